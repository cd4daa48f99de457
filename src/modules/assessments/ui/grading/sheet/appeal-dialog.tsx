import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { fileGradeAppeal, getAppeal, listAppeals } from '../../../api/appeals.ts'
import classes from '../grading.module.css'
import { linkTo } from '../links.tsx'
import { REFRESHED } from '../refreshed.ts'
import { currentGrade } from './rules/current.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** Appeals against the grade that was told; somebody who had no part in it decides. */
export function AppealDialog({ sheet, onClose }: Asked) {
  const { t, day } = useWords()
  const [claim, setClaim] = useState('')
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(fileGradeAppeal, {
    refreshes: [...REFRESHED, getAppeal, listAppeals],
    onDone: ({ data }) => go(linkTo('/appeals/$appeal', { appeal: data.id }) as never),
  })
  const grade = currentGrade(sheet.facts, 'notice') ?? currentGrade(sheet.facts, 'decision')
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.appeal')}
      action={t('app.gradeSheet.act.appeal')}
      isBusy={isBusy}
      disabled={claim.trim() === ''}
      onConfirm={() => run({ grading: sheet.grading.id, subject: sheet.id, claim: claim.trim() })}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>
          {sheet.name}
          {grade !== null && `: ${t(`app.grade.${grade}`)}`}
        </p>
        {sheet.appealUntil !== null && (
          <p>{t('app.gradeSheet.appealUntil', { day: day(sheet.appealUntil) })}</p>
        )}
        <TextField
          required
          max={2_000}
          label={t('app.gradeSheet.claim')}
          value={claim}
          error={fieldErrors(problem)('claim')}
          onChange={setClaim}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
