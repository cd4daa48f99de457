import { NumberInput, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addException } from '../../../api/grade-exceptions.ts'
import type { Meter } from '../../../api/grade-shapes.ts'
import type { Grading } from '../../../api/gradings.ts'
import type { Quota } from '../../../rules/grade-rules.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import { isPaper, type PaperDraft, PaperFields } from './paper-fields.tsx'

type Props = { grading: Grading; etag: string | undefined; meters: readonly Meter[]; onClose(): void }
const named = ({ level, key }: Pick<Meter, 'level' | 'key'>) => `${level} ${key}`

/** Raises the quota of one group up to what the rules allow, by whom the rules name, on a paper. */
export function ExceptionDialog({ grading, etag, meters, onClose }: Props) {
  const { t, number } = useWords()
  const quotaOf = ({ level }: Pick<Meter, 'level'>): Quota | undefined =>
    grading.ruleset.quotas.find((one) => one.level === level)
  const raisable = meters.filter((meter) => meter.exception === null && quotaOf(meter)?.exception)
  const [chosen, setChosen] = useState(raisable[0] ? named(raisable[0]) : null)
  const meter = raisable.find((one) => named(one) === chosen)
  const ceiling = meter && quotaOf(meter)?.exception
  const [typed, setTyped] = useState<{ percent?: string | number; approver?: string }>({})
  const percent = String(typed.percent ?? ceiling?.percent ?? '')
  const approver = typed.approver ?? ceiling?.approver ?? ''
  const [reason, setReason] = useState('')
  const [paper, setPaper] = useState<PaperDraft>({ number: '', on: dayOf(new Date()) })
  const { run, isBusy, problem } = useWrite(addException, { refreshes: REFRESHED, onDone: onClose })
  const errorOf = fieldErrors(problem)
  const isReady = meter && percent !== '' && approver.trim() !== '' && reason.trim() !== '' && isPaper(paper)
  return (
    <Confirm
      opened
      title={t('app.quota.raise')}
      action={t('app.quota.raise')}
      isBusy={isBusy}
      disabled={!isReady}
      onConfirm={() => {
        if (!meter || meter.level === 'KHTNV') return
        const { key, level } = meter
        const words = { approver: approver.trim(), number: paper.number.trim(), reason: reason.trim() }
        run({ grading: grading.id, key, level, percent, on: paper.on, ...words }, { ifMatch: etag })
      }}
      onClose={onClose}
    >
      {raisable.length === 0 ? (
        <p>{t('app.quota.noException')}</p>
      ) : (
        <div className={classes.dialog}>
          <Select
            allowDeselect={false}
            label={t('app.quota.group')}
            value={chosen}
            data={raisable.map((one) => ({
              value: named(one),
              label: [one.unit?.name, one.group].filter(Boolean).join(' · ') || t('app.quota.everybody'),
            }))}
            onChange={setChosen}
          />
          <NumberInput
            required
            min={0}
            max={Number(ceiling?.percent ?? 100)}
            suffix=" %"
            decimalSeparator=","
            label={t('app.quota.percent')}
            description={ceiling && t('app.quota.ceiling', { percent: number(ceiling.percent) })}
            value={percent}
            error={errorOf('percent')}
            onChange={(next) => setTyped((old) => ({ ...old, percent: next }))}
          />
          <TextInput
            required
            maxLength={200}
            label={t('app.quota.approver')}
            value={approver}
            error={errorOf('approver')}
            onChange={({ currentTarget: { value } }) => setTyped((old) => ({ ...old, approver: value }))}
          />
          <PaperFields
            paper={paper}
            problem={problem}
            onChange={(part) => setPaper((old) => ({ ...old, ...part }))}
          />
          <Textarea
            required
            autosize
            minRows={2}
            maxLength={500}
            label={t('app.gradings.reason')}
            value={reason}
            error={errorOf('reason')}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {problem && <ErrorNote problem={problem} />}
        </div>
      )}
    </Confirm>
  )
}
