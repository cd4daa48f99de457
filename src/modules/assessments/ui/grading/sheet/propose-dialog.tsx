import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { proposeGrades } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import { type Choice, GradeChoice, isChosen } from './grade-choice.tsx'
import { currentFact } from './rules/current.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** Proposes a level. What is not as the points come to says why. */
export function ProposeDialog({ sheet, onClose }: Asked) {
  const { t } = useWords()
  const before = currentFact(sheet.facts, 'proposal')
  const suggested = sheet.proposal?.suggested ?? null
  const [choice, setChoice] = useState<Choice>({
    grade: before?.grade ?? suggested,
    exemption: before?.exemption ?? null,
    reason: before?.text ?? '',
  })
  const { grade, exemption, reason } = choice
  const asksReason = grade !== null && grade !== 'exempt' && suggested !== null && suggested !== grade
  const { run, isBusy, problem } = useWrite(proposeGrades, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.propose')}
      action={t('app.gradeSheet.act.propose')}
      isBusy={isBusy}
      disabled={!isChosen(choice, asksReason)}
      onConfirm={() =>
        grade !== null &&
        run({
          grading: sheet.grading.id,
          proposals: [{ subject: sheet.id, grade, exemption, reason: reason.trim() }],
        })
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{sheet.name}</p>
        {suggested && (
          <p>{t('app.gradeSheet.byPoints', { level: t(`app.grade.${suggested}`).toLocaleLowerCase() })}</p>
        )}
        <GradeChoice
          sheet={sheet}
          choice={choice}
          onChange={(part) => setChoice((old) => ({ ...old, ...part }))}
        />
        <TextField
          required={asksReason}
          label={t('app.gradings.reason')}
          value={reason}
          onChange={(text) => setChoice((old) => ({ ...old, reason: text }))}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
