import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { gradeSelf } from '../../../api/grading-sheet.ts'
import { Level } from '../../../rules/grade-rules.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import { LevelField } from './level-field.tsx'
import { currentFact } from './rules/current.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** What the subject says of itself; said again, it replaces what was said. */
export function SelfDialog({ sheet, etag, onClose }: Asked) {
  const { t } = useWords()
  const before = currentFact(sheet.facts, 'self')
  const [grade, setGrade] = useState(before?.grade ?? sheet.self?.suggested ?? null)
  const [text, setText] = useState(before?.text ?? '')
  const { run, isBusy, problem } = useWrite(gradeSelf, { refreshes: REFRESHED, onDone: onClose })
  const level = Level.options.find((one) => one === grade)
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.self')}
      action={t('app.gradeSheet.say')}
      isBusy={isBusy}
      disabled={!level}
      onConfirm={() =>
        level &&
        run(
          { grading: sheet.grading.id, subject: sheet.id, grade: level, text: text.trim() },
          { ifMatch: etag },
        )
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{sheet.name}</p>
        <LevelField label={t('app.gradings.level')} value={grade} onChange={setGrade} />
        <TextField
          label={t('app.gradeSheet.selfText')}
          value={text}
          error={fieldErrors(problem)('text')}
          onChange={setText}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
