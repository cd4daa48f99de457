import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { fileGradeAppeal, getAppeal, listAppeals } from '../../api/appeals.ts'
import { type GradeSheet, getGradeSheet } from '../../api/grading-sheet.ts'
import classes from './appeals.module.css'

type Props = { sheet: GradeSheet; onClose(): void }

/** Asks for the grade to be looked at once more; for the subject, while appeals are taken. */
export function FileGradeAppeal({ sheet, onClose }: Props) {
  const { t, day } = useWords()
  const [claim, setClaim] = useState('')
  const { run, isBusy, problem } = useWrite(fileGradeAppeal, {
    refreshes: [getAppeal, listAppeals, getGradeSheet],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      title={t('app.appeals.file')}
      action={t('app.appeals.send')}
      isBusy={isBusy}
      disabled={claim.trim() === ''}
      onConfirm={() => run({ grading: sheet.grading.id, subject: sheet.id, claim: claim.trim() })}
      onClose={onClose}
    >
      <p className={classes.said}>
        <b>{sheet.name}</b> · {sheet.grading.name}
      </p>
      {sheet.appealUntil && (
        <p className={classes.said}>{t('app.appeals.gradeMeans', { day: day(sheet.appealUntil) })}</p>
      )}
      <Textarea
        autosize
        required
        minRows={4}
        maxRows={12}
        maxLength={2_000}
        label={t('app.appeals.claim')}
        value={claim}
        onChange={({ currentTarget: { value } }) => setClaim(value)}
      />
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
    </Confirm>
  )
}
