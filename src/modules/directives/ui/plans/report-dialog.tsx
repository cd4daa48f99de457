import { NumberInput, SegmentedControl, Textarea } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { reportProgress, type Task } from '../../api/plans.ts'
import { TaskState } from '../../schema.ts'
import classes from './plans.module.css'
import { REFRESHED } from './use-plans.ts'

/** How a task stands on a day. What is done is at 100; what is dropped says why. */
export function ReportDialog({ plan, task, onClose }: { plan: string; task: Task; onClose(): void }) {
  const { t } = useWords()
  const [state, setState] = useState(task.state)
  const [percent, setPercent] = useState<number | string>(task.percent)
  const [note, setNote] = useState('')
  const [on, setOn] = useState<string>(dayOf(new Date()))
  const { run, isBusy, problem } = useWrite(reportProgress, { refreshes: REFRESHED, onDone: onClose })
  const errorOf = fieldErrors(problem)
  const isDropped = state === 'dropped'
  const told = state === 'done' ? 100 : percent
  const isReady = typeof told === 'number' && on !== '' && (!isDropped || note.trim() !== '')
  return (
    <Confirm
      opened
      title={t('app.plans.report')}
      action={t('app.plans.report')}
      isBusy={isBusy}
      disabled={!isReady}
      onConfirm={() => run({ id: plan, task: task.id, state, percent: Number(told), note, on })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{task.text}</p>
        <SegmentedControl
          aria-label={t('app.plans.stands')}
          value={state}
          data={TaskState.options.map((value) => ({ value, label: t(`app.plans.task.${value}`) }))}
          onChange={(value) => setState(TaskState.options.find((one) => one === value) ?? state)}
        />
        <NumberInput
          min={0}
          max={100}
          step={5}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" %"
          label={t('app.plans.progress')}
          disabled={state === 'done'}
          value={told}
          error={errorOf('percent')}
          onChange={setPercent}
        />
        <DayField required label={t('app.plans.on')} value={on} error={errorOf('on')} onChange={setOn} />
        <Textarea
          autosize
          minRows={3}
          maxLength={2_000}
          required={isDropped}
          label={t(isDropped ? 'app.plans.why' : 'app.plans.note')}
          value={note}
          error={errorOf('note')}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.plans.kept')} />}
      </div>
    </Confirm>
  )
}
