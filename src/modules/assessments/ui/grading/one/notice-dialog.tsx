import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { noticeGrades } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './grading-foot.tsx'
import { isPaper, type PaperDraft, PaperFields } from './paper-fields.tsx'

/** Tells everybody what was decided of them; from that day appeals are taken. */
export function NoticeDialog({ grading, etag, subjects, onClose }: Asked) {
  const { t, number } = useWords()
  const [paper, setPaper] = useState<PaperDraft>({ number: '', on: dayOf(new Date()) })
  const { run, isBusy, problem } = useWrite(noticeGrades, { refreshes: REFRESHED, onDone: onClose })
  const count = subjects.filter(({ decided, noticedOn }) => decided !== null && noticedOn === null).length
  return (
    <Confirm
      opened
      title={t('app.gradings.notice')}
      action={t('app.gradings.noticeCount', { count: number(count) })}
      isBusy={isBusy}
      disabled={!isPaper(paper)}
      onConfirm={() =>
        run({ grading: grading.id, number: paper.number.trim(), on: paper.on }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{grading.name}</p>
        <p>
          {grading.appealDays > 0
            ? t('app.gradings.noticeAppeals', { days: number(grading.appealDays) })
            : t('app.gradings.noticeNoAppeals')}
        </p>
        <PaperFields
          paper={paper}
          problem={problem}
          onChange={(part) => setPaper((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
