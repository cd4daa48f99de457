import { TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem } from '#web/sync/call.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { getResult, getWhy, listResults, listUnitResults, publishRound } from '../../api/results.ts'
import { getRound, listRounds, listSubjects, type Round } from '../../api/rounds.ts'
import { getQueue, getSheet, getTable } from '../../api/scoring.ts'
import classes from './results.module.css'

const REFRESHED = [
  getRound,
  listRounds,
  listSubjects,
  getSheet,
  getQueue,
  getTable,
  listResults,
  getResult,
  getWhy,
  listUnitResults,
]

type Props = { round: Round; etag: string | undefined; onClose(): void }

/** Publishes what counts now, with the decision it rests on; what is not assessed is told before, and once more asked. */
export function PublishRound({ round, etag, onClose }: Props) {
  const { t, number } = useWords()
  const go = useNavigate()
  const [decision, setDecision] = useState('')
  const [decidedOn, setDecidedOn] = useState(dayOf(new Date()))
  const { run, isBusy, problem } = useWrite(publishRound, {
    refreshes: REFRESHED,
    onDone: ({ data: { id } }) =>
      go({ to: '/results/$round', params: { round: id }, search: keepPlace } as never),
  })
  const errorOf = fieldErrors(problem)
  const isLeftOpen = problem instanceof ApiProblem && problem.told.code === 'round.open'
  return (
    <Confirm
      opened
      danger={isLeftOpen}
      title={t('app.results.publishRound')}
      action={t(isLeftOpen ? 'app.results.publishAnyway' : 'app.results.publish')}
      isBusy={isBusy}
      disabled={decision.trim() === '' || decidedOn === ''}
      onConfirm={() =>
        run({ round: round.id, decision: decision.trim(), decidedOn, anyway: isLeftOpen }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>
          <b>{round.name}</b>
          <br />
          {t('app.results.publishWhat', {
            period: tellPeriod(t, round.period),
            subjects: number(round.subjects),
            count: round.subjects,
          })}
        </p>
        <p>{t('app.results.publishMeans', { days: round.appealDays })}</p>
        <TextInput
          required
          maxLength={200}
          label={t('app.results.decisionNumber')}
          placeholder="392/QĐ-UBND"
          value={decision}
          error={errorOf('decision')}
          onChange={({ currentTarget: { value } }) => setDecision(value)}
        />
        <DayField
          required
          label={t('app.results.decidedOn')}
          value={decidedOn}
          error={errorOf('decidedOn')}
          onChange={setDecidedOn}
        />
        {problem && <ErrorNote problem={problem} {...(isLeftOpen && { safe: t('app.results.openMeans') })} />}
      </div>
    </Confirm>
  )
}
