import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type DutyLine, withdrawDuty } from '../../api/duties.ts'
import classes from './duties.module.css'
import { REFRESHED } from './refreshed.ts'

/** Asks nobody any longer for what is still open of a duty, and says why. */
export function WithdrawDuty({ directive, duty }: { directive: string; duty: DutyLine }) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const close = () => setOpen(false)
  const { run, isBusy, problem } = useWrite(withdrawDuty, { refreshes: REFRESHED, onDone: close })
  if (!duty.may.includes('withdraw')) return null
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={t('app.duties.withdrawAll.of', { task: duty.task })}
        onClick={() => setOpen(true)}
      >
        {t('app.duties.withdrawAll')}
      </Button>
      {isOpen && (
        <Confirm
          opened
          danger
          title={t('app.duties.withdrawAll.of', { task: duty.task })}
          action={t('app.duties.withdrawAll')}
          isBusy={isBusy}
          disabled={reason.trim() === ''}
          onConfirm={() => run({ id: directive, duty: duty.id, reason })}
          onClose={close}
        >
          <div className={classes.form}>
            <p>{t('app.duties.withdrawAll.says')}</p>
            <Textarea
              required
              autosize
              minRows={3}
              maxLength={2_000}
              label={t('app.duties.reason')}
              value={reason}
              error={fieldErrors(problem)('reason')}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            {problem && <ErrorNote problem={problem} />}
          </div>
        </Confirm>
      )}
    </>
  )
}
