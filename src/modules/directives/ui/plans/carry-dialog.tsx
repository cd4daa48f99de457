import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { carryPlan } from '../../api/plans.ts'
import type { Asked } from './plan-acts.tsx'
import classes from './plans.module.css'
import { nextPeriod } from './rules/next-period.ts'
import { useOpenPlan } from './use-open-plan.ts'
import { REFRESHED } from './use-plans.ts'

/** Begins the draft of a later period with what is left to do, and opens it. */
export function CarryDialog({ plan, etag, onClose }: Asked) {
  const { t, number } = useWords()
  const [period, setPeriod] = useState(nextPeriod(plan.period))
  const open = useOpenPlan()
  const { run, isBusy, problem } = useWrite(carryPlan, {
    refreshes: REFRESHED,
    onDone: ({ data }) => {
      onClose()
      open(data.id)
    },
  })
  const left = plan.tasks.all - plan.tasks.done - plan.tasks.dropped
  return (
    <Confirm
      opened
      title={t('app.plans.carry')}
      action={t('app.plans.carry')}
      isBusy={isBusy}
      disabled={period.trim() === '' || left === 0}
      onConfirm={() => run({ id: plan.id, period: period.trim() }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('app.plans.carrySays', { left: number(left) })}</p>
        <TextInput
          required
          label={t('app.plans.toPeriod')}
          value={period}
          error={fieldErrors(problem)('period')}
          onChange={({ currentTarget }) => setPeriod(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
