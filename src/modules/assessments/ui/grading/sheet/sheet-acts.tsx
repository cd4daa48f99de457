import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet } from '../../../api/grading-sheet.ts'
import { FileGradeAppeal } from '../../appeals/file-grade-appeal.tsx'
import classes from '../grading.module.css'
import { CommentDialog } from './comment-dialog.tsx'
import { DecideOneDialog } from './decide-one-dialog.tsx'
import { OpinionDialog } from './opinion-dialog.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import { SelfDialog } from './self-dialog.tsx'

export type Asked = { sheet: GradeSheet; etag: string | undefined; onClose(): void }
const ACTS = ['place', 'opinion', 'comment', 'self', 'propose', 'decide', 'appeal'] as const
const DIALOGS = {
  place: PlaceDialog,
  opinion: OpinionDialog,
  comment: CommentDialog,
  self: SelfDialog,
  propose: ProposeDialog,
  decide: DecideOneDialog,
  appeal: FileGradeAppeal,
}

/** What the reader may say now; each asks in a dialog. The last step that is open is the one in front. */
export function SheetActs({ sheet, etag }: Omit<Asked, 'onClose'>) {
  const { t } = useWords()
  const [open, setOpen] = useState<(typeof ACTS)[number] | null>(null)
  const isProposed = sheet.facts.some(({ step, isCurrent }) => step === 'proposal' && isCurrent)
  const acts = ACTS.filter((act) => sheet.may.includes(act) && (act !== 'decide' || isProposed))
  const Dialog = open && DIALOGS[open]
  if (acts.length === 0) return null
  return (
    <div className={classes.foot}>
      {acts.map((act) => (
        <Button key={act} variant={act === acts.at(-1) ? 'filled' : 'default'} onClick={() => setOpen(act)}>
          {t(`app.gradeSheet.act.${act}`)}
        </Button>
      ))}
      {Dialog && <Dialog sheet={sheet} etag={etag} onClose={() => setOpen(null)} />}
    </div>
  )
}
