import { Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import classes from '../grading.module.css'

type Props = {
  title: string
  children?: ReactNode
  danger?: boolean
  isBusy: boolean
  problem: unknown
  onReason(reason: string): void
  onClose(): void
}

/** Asks why, before something is taken back. */
export function ReasonDialog({ title, children, danger = false, isBusy, problem, onReason, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  return (
    <Confirm
      opened
      title={title}
      action={title}
      danger={danger}
      isBusy={isBusy}
      disabled={reason.trim() === ''}
      onConfirm={() => onReason(reason.trim())}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        {children}
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={500}
          label={t('app.gradings.reason')}
          value={reason}
          error={fieldErrors(problem)('reason')}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {Boolean(problem) && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
