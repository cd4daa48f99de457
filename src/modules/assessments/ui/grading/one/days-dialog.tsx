import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { changeGrading } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { DayFields } from '../list/day-fields.tsx'
import { daysOf, reversedDays } from '../list/rules/opening.ts'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './grading-foot.tsx'

/** Its name, and the days by which each step is asked for. */
export function DaysDialog({ grading, etag, onClose }: Asked) {
  const { t } = useWords()
  const [name, setName] = useState(grading.name)
  const [days, setDays] = useState({
    selfDue: grading.selfDue ?? '',
    commentDue: grading.commentDue ?? '',
    proposeDue: grading.proposeDue ?? '',
    decideOn: grading.decideOn ?? '',
    appealDays: grading.appealDays as number | string,
  })
  const { run, isBusy, problem } = useWrite(changeGrading, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradings.change')}
      action={t('app.gradings.save')}
      isBusy={isBusy}
      disabled={name.trim() === '' || reversedDays(days).length > 0}
      onConfirm={() => run({ grading: grading.id, name: name.trim(), ...daysOf(days) }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <TextInput
          required
          maxLength={300}
          label={t('app.gradings.name')}
          value={name}
          error={fieldErrors(problem)('name')}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <DayFields
          days={days}
          problem={problem}
          onChange={(part) => setDays((old) => ({ ...old, ...part }))}
        />
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
