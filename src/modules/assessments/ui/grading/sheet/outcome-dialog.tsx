import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { type Commitment, Outcome, reportCommitment } from '../../../api/grading-sheet.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** What was done of a commitment. */
export function OutcomeDialog({ sheet, etag, commitment, onClose }: Asked & { commitment: Commitment }) {
  const { t } = useWords()
  const [outcome, setOutcome] = useState(commitment.outcome ?? 'done')
  const [result, setResult] = useState(commitment.result)
  const { run, isBusy, problem } = useWrite(reportCommitment, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.report')}
      action={t('app.gradings.save')}
      isBusy={isBusy}
      disabled={result.trim() === ''}
      onConfirm={() =>
        run(
          {
            grading: sheet.grading.id,
            subject: sheet.id,
            id: commitment.id,
            outcome,
            result: result.trim(),
          },
          { ifMatch: etag },
        )
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{commitment.text}</p>
        <SegmentedControl
          aria-label={t('app.gradeSheet.report')}
          value={outcome}
          data={Outcome.options.map((value) => ({ value, label: t(`app.gradeSheet.outcome.${value}`) }))}
          onChange={(value) => setOutcome(Outcome.options.find((one) => one === value) ?? 'done')}
        />
        <TextField
          required
          label={t('app.gradeSheet.result')}
          value={result}
          error={fieldErrors(problem)('result')}
          onChange={setResult}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
