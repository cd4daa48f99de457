import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { withdrawPlan } from '../../api/plans.ts'
import type { Asked } from './plan-acts.tsx'
import classes from './plans.module.css'
import { REFRESHED } from './use-plans.ts'

/** Withdraws a draft and says why. */
export function WithdrawDialog({ plan, etag, onClose }: Asked) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(withdrawPlan, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      danger
      title={t('app.plans.withdraw')}
      action={t('app.plans.withdraw')}
      isBusy={isBusy}
      disabled={reason.trim() === ''}
      onConfirm={() => run({ id: plan.id, reason }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>
          {plan.title} ({plan.unit.name})
        </p>
        <Textarea
          required
          autosize
          minRows={3}
          maxLength={2_000}
          label={t('app.plans.why')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
