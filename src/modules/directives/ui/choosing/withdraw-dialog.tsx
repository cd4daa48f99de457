import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { getProposal, listProposals, type Proposal, withdrawProposal } from '../../api/choosing.ts'
import classes from './choosing.module.css'

type Props = { proposal: Proposal; etag: string | null; onClose(): void }

/** Takes a proposal back before it is decided; it stays to be read, with the reason. */
export function WithdrawDialog({ proposal, etag, onClose }: Props) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const { run, isBusy, problem } = useWrite(withdrawProposal, {
    refreshes: [getProposal, listProposals],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      danger
      title={t('app.choosing.withdraw')}
      action={t('app.choosing.withdraw')}
      isBusy={isBusy}
      disabled={reason.trim() === ''}
      onConfirm={() => run({ id: proposal.id, reason }, { ifMatch: etag ?? undefined })}
      onClose={onClose}
    >
      <div className={classes.form}>
        <p>{t('app.choosing.withdrawSays', { name: proposal.name })}</p>
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={2_000}
          label={t('app.choosing.reason')}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
