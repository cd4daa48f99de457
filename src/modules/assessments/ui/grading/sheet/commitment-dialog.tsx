import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Commitment, changeCommitment, registerCommitment } from '../../../api/grading-sheet.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** Registers what will be done, or words it anew before its outcome is told. */
export function CommitmentDialog({ sheet, etag, commitment, onClose }: Asked & { commitment?: Commitment }) {
  const { t } = useWords()
  const [text, setText] = useState(commitment?.text ?? '')
  const [measure, setMeasure] = useState(commitment?.measure ?? '')
  const writing = { refreshes: REFRESHED, onDone: onClose }
  const adding = useWrite(registerCommitment, writing)
  const changing = useWrite(changeCommitment, writing)
  const { isBusy, problem } = commitment ? changing : adding
  const errorOf = fieldErrors(problem)
  const save = () => {
    const input = {
      grading: sheet.grading.id,
      subject: sheet.id,
      text: text.trim(),
      measure: measure.trim(),
    }
    if (commitment) changing.run({ ...input, id: commitment.id }, { ifMatch: etag })
    else adding.run(input, { ifMatch: etag })
  }
  return (
    <Confirm
      opened
      title={t(commitment ? 'app.gradeSheet.changeCommitment' : 'app.gradeSheet.commit')}
      action={t('app.gradings.save')}
      isBusy={isBusy}
      disabled={text.trim() === ''}
      onConfirm={save}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <TextField
          required
          label={t('app.gradeSheet.commitmentText')}
          value={text}
          error={errorOf('text')}
          onChange={setText}
        />
        <TextField
          max={300}
          label={t('app.gradeSheet.measure')}
          value={measure}
          error={errorOf('measure')}
          onChange={setMeasure}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
