import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { closeInspection, getInspection, type Inspection, listInspections } from '../../api/plan.ts'
import { getVisit, listVisits } from '../../api/visits.ts'

type Props = { inspection: Inspection; etag: string | null; onClose(): void }

/** Closes an inspection with what came of it; refused while something is left. */
export function CloseDialog({ inspection, etag, onClose }: Props) {
  const { t } = useWords()
  const [conclusion, setConclusion] = useState('')
  const { run, isBusy, problem } = useWrite(closeInspection, {
    refreshes: [getInspection, listInspections, listVisits, getVisit],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      title={t('app.inspection.close.title', { name: inspection.name })}
      action={t('app.inspection.close')}
      isBusy={isBusy}
      disabled={conclusion.trim() === ''}
      onConfirm={() => run({ id: inspection.id, conclusion }, { ifMatch: etag ?? undefined })}
      onClose={onClose}
    >
      <Textarea
        label={t('app.inspection.conclusion')}
        description={t('app.inspection.close.hint')}
        required
        autosize
        minRows={3}
        maxLength={8000}
        value={conclusion}
        onChange={({ currentTarget }) => setConclusion(currentTarget.value)}
      />
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
