import { Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { placeSubject } from '../../../api/grading-sheet.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './sheet-acts.tsx'

/** The group within which the quota counts a subject, and whether it heads its unit. */
export function PlaceDialog({ sheet, etag, onClose }: Asked) {
  const { t } = useWords()
  const [group, setGroup] = useState(sheet.group)
  const [isHead, setHead] = useState(sheet.isHead)
  const { run, isBusy, problem } = useWrite(placeSubject, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradeSheet.act.place')}
      action={t('app.gradings.save')}
      isBusy={isBusy}
      onConfirm={() =>
        run({ grading: sheet.grading.id, subject: sheet.id, group: group.trim(), isHead }, { ifMatch: etag })
      }
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{sheet.name}</p>
        <TextInput
          maxLength={100}
          label={t('app.gradeSheet.groupName')}
          description={t('app.gradeSheet.groupHint')}
          value={group}
          error={fieldErrors(problem)('group')}
          onChange={({ currentTarget }) => setGroup(currentTarget.value)}
        />
        {sheet.grading.subjects === 'people' && (
          <Checkbox
            label={t('app.gradeSheet.isHead')}
            checked={isHead}
            onChange={({ currentTarget }) => setHead(currentTarget.checked)}
          />
        )}
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
