import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { giveOpinion } from '../../../api/grading-sheet.ts'
import { type Grade, Level } from '../../../rules/grade-rules.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import { LevelField } from './level-field.tsx'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** The opinion of the unit that somebody came from. */
export function OpinionDialog({ sheet, etag, onClose }: Asked) {
  const { t } = useWords()
  const [grade, setGrade] = useState<Grade | null>(null)
  const [text, setText] = useState('')
  const { run, isBusy, problem } = useWrite(giveOpinion, { refreshes: REFRESHED, onDone: onClose })
  const level = Level.options.find((one) => one === grade) ?? null
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.opinion')}
      action={t('app.gradeSheet.say')}
      isBusy={isBusy}
      disabled={text.trim() === ''}
      onConfirm={() =>
        run(
          { grading: sheet.grading.id, subject: sheet.id, grade: level, text: text.trim() },
          { ifMatch: etag },
        )
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{t('app.gradeSheet.opinionOf', { name: sheet.name, unit: sheet.cameFrom?.name ?? '' })}</p>
        <LevelField label={t('app.gradeSheet.opinionLevel')} value={grade} onChange={setGrade} />
        <TextField
          required
          label={t('app.gradeSheet.opinion')}
          value={text}
          error={fieldErrors(problem)('text')}
          onChange={setText}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
