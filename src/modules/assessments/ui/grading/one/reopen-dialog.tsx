import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { reopenGrading } from '../../../api/gradings.ts'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './grading-foot.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

/** Takes up a closed grading again, with a reason. */
export function ReopenDialog({ grading, etag, onClose }: Asked) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(reopenGrading, { refreshes: REFRESHED, onDone: onClose })
  return (
    <ReasonDialog
      title={t('app.gradings.reopen')}
      isBusy={isBusy}
      problem={problem}
      onReason={(reason) => run({ grading: grading.id, reason }, { ifMatch: etag })}
      onClose={onClose}
    >
      <p>{grading.name}</p>
    </ReasonDialog>
  )
}
