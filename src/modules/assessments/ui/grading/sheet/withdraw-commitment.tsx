import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Commitment, withdrawCommitment } from '../../../api/grading-sheet.ts'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './sheet-acts.tsx'

/** Takes back what was registered, before its outcome is told. */
export function WithdrawCommitment({ sheet, etag, commitment, onClose }: Asked & { commitment: Commitment }) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(withdrawCommitment, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      danger
      title={t('app.gradeSheet.withdrawCommitment')}
      action={t('app.gradeSheet.withdrawCommitment')}
      isBusy={isBusy}
      onConfirm={() =>
        run({ grading: sheet.grading.id, subject: sheet.id, id: commitment.id }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <p>{commitment.text}</p>
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
