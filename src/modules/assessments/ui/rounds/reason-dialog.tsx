import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import {
  getRound,
  listRounds,
  listSubjects,
  type Round,
  type RoundSubject,
  returnSubject,
} from '../../api/rounds.ts'
import { getSheet } from '../../api/scoring.ts'
import classes from './rounds.module.css'

type Props = { round: Round; subject: RoundSubject; onClose(): void }

/** Gives a unit its scores or its explanations back, with the reason that it reads. */
export function ReasonDialog({ round, subject, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(returnSubject, {
    refreshes: [listSubjects, listRounds, getRound, getSheet],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      danger
      title={t('app.rounds.returnTo', { unit: subject.name })}
      action={t('app.rounds.return')}
      isBusy={isBusy}
      disabled={reason.trim() === ''}
      onConfirm={() => run({ round: round.id, unit: subject.code, reason: reason.trim() })}
      onClose={onClose}
    >
      <p className={classes.said}>{t(`app.rounds.returnMeans.${round.state}`)}</p>
      <Textarea
        autosize
        required
        minRows={2}
        maxLength={500}
        label={t('app.rounds.reason')}
        value={reason}
        onChange={({ currentTarget: { value } }) => setReason(value)}
      />
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
