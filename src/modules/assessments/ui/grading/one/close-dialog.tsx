import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { closeGrading } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { REFRESHED } from '../refreshed.ts'
import type { Asked } from './grading-foot.tsx'

/** Ends a grading: nothing is said any more but by an appeal. Whoever is not decided stays without a grade. */
export function CloseDialog({ grading, etag, subjects, onClose }: Asked) {
  const { t, number } = useWords()
  const undecided = subjects.filter(({ decided, isErased }) => decided === null && !isErased).length
  const [isMeant, setMeant] = useState(false)
  const { run, isBusy, problem } = useWrite(closeGrading, { refreshes: REFRESHED, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.gradings.close')}
      action={t('app.gradings.close')}
      isBusy={isBusy}
      disabled={undecided > 0 && !isMeant}
      onConfirm={() => run({ grading: grading.id, anyway: undecided > 0 }, { ifMatch: etag })}
      onClose={onClose}
    >
      <div className={classes.dialog}>
        <p>{grading.name}</p>
        <p>{t('app.gradings.closeMeans')}</p>
        {undecided > 0 && (
          <Checkbox
            label={t('app.gradings.closeAnyway', { count: number(undecided) })}
            checked={isMeant}
            onChange={({ currentTarget }) => setMeant(currentTarget.checked)}
          />
        )}
        {problem && <ErrorNote problem={problem} />}
      </div>
    </Confirm>
  )
}
