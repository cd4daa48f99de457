import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { decideGrades } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { isPaper, type PaperDraft, PaperFields } from '../one/paper-fields.tsx'
import { REFRESHED } from '../refreshed.ts'
import { type Choice, GradeChoice, isChosen } from './grade-choice.tsx'
import { currentFact } from './rules/current.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** Decides one subject: as proposed, or otherwise with a reason. A quota that would be exceeded refuses it. */
export function DecideOneDialog({ sheet, onClose }: Asked) {
  const { t } = useWords()
  const proposed = currentFact(sheet.facts, 'proposal')
  const decided = currentFact(sheet.facts, 'decision')
  const [choice, setChoice] = useState<Choice>({
    grade: proposed?.grade ?? null,
    exemption: proposed?.exemption ?? null,
    reason: '',
  })
  const [paper, setPaper] = useState<PaperDraft>({ number: '', on: dayOf(new Date()) })
  const { grade, exemption, reason } = choice
  const asksReason = grade !== proposed?.grade || decided !== null
  const { run, isBusy, problem } = useWrite(decideGrades, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.decide')}
      action={t('app.gradeSheet.act.decide')}
      isBusy={isBusy}
      disabled={!isPaper(paper) || !isChosen(choice, asksReason)}
      onConfirm={() =>
        run({
          grading: sheet.grading.id,
          number: paper.number.trim(),
          on: paper.on,
          subjects: [{ subject: sheet.id, grade, exemption, reason: reason.trim() }],
        })
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{sheet.name}</p>
        <GradeChoice
          sheet={sheet}
          choice={choice}
          onChange={(part) => setChoice((old) => ({ ...old, ...part }))}
        />
        {asksReason && (
          <TextField
            required
            label={t(decided ? 'app.gradeSheet.whyAgain' : 'app.gradeSheet.whyOther')}
            value={reason}
            onChange={(text) => setChoice((old) => ({ ...old, reason: text }))}
          />
        )}
        <PaperFields
          paper={paper}
          problem={problem}
          onChange={(part) => setPaper((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.nothingDecided')} />}
      </div>
    </Confirm>
  )
}
