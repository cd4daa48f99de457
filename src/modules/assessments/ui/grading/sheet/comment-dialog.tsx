import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { dayOf } from '#kernel/day.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { commentGrade } from '../../../api/grading-sheet.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import { BallotFields } from './ballot-fields.tsx'
import { ballotFault, ballotOf, emptyBallot, isBlank } from './rules/ballot-draft.ts'
import type { Asked } from './sheet-acts.tsx'
import { TextField } from './text-field.tsx'

/** What a meeting or a body says of the work of a subject, with its ballot in counts. */
export function CommentDialog({ sheet, etag, onClose }: Asked) {
  const { t } = useWords()
  const [body, setBody] = useState('')
  const [on, setOn] = useState<string>(dayOf(new Date()))
  const [text, setText] = useState('')
  const [votes, setVotes] = useState(emptyBallot)
  const { run, isBusy, problem } = useWrite(commentGrade, { refreshes: REFRESHED, onDone: onClose })
  const errorOf = fieldErrors(problem)
  const hasBallot = !isBlank(votes)
  const fault = hasBallot ? ballotFault(votes) : null
  const isReady = body.trim() !== '' && on !== '' && fault === null && (hasBallot || text.trim() !== '')
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.comment')}
      action={t('app.gradeSheet.saveComment')}
      isBusy={isBusy}
      disabled={!isReady}
      onConfirm={() =>
        run(
          {
            grading: sheet.grading.id,
            subject: sheet.id,
            body: body.trim(),
            on,
            text: text.trim(),
            ballot: hasBallot ? ballotOf(votes) : null,
          },
          { ifMatch: etag },
        )
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{sheet.name}</p>
        <TextInput
          required
          maxLength={200}
          label={t('app.gradeSheet.body')}
          value={body}
          error={errorOf('body')}
          onChange={({ currentTarget }) => setBody(currentTarget.value)}
        />
        <DayField
          required
          label={t('app.gradeSheet.metOn')}
          value={on}
          error={errorOf('on')}
          onChange={setOn}
        />
        <TextField
          label={t('app.gradeSheet.comment')}
          value={text}
          error={errorOf('text')}
          onChange={setText}
        />
        <BallotFields
          votes={votes}
          fault={fault}
          onChange={(part) => setVotes((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} safe={t('app.gradings.kept')} />}
      </div>
    </Confirm>
  )
}
