import { Button, Group, Modal, Radio, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { enqueue } from '#web/sync/outbox.ts'
import { listFindings, recheck } from '../../api/findings.ts'
import { getInspection } from '../../api/plan.ts'
import { type Finding, getVisit } from '../../api/visits.ts'
import { RECHECK_RESULTS, type RecheckResult } from '../../schema.ts'
import classes from '../inspections.module.css'
import { refreshAll } from '../refresh.ts'
import { todayHere } from '../today.ts'

/** A second look, on the spot: it goes through the outbox, so it needs no network. */
export function RecheckDialog({ finding, onClose }: { finding: Finding; onClose(): void }) {
  const { t } = useWords()
  const client = useQueryClient()
  const [result, setResult] = useState<RecheckResult>('fixed')
  const [checkedOn, setCheckedOn] = useState(todayHere())
  const [note, setNote] = useState('')
  const [files, setFiles] = useState<string[]>([])
  const isReady = checkedOn !== '' && checkedOn <= todayHere() && (result === 'fixed' || note.trim() !== '')
  async function send() {
    const label = t('app.inspection.recheckEntry', { unit: finding.unit.name })
    const input = { id: finding.id, checkedOn, result, note, files }
    const outcome = enqueue(recheck, input, { label, unit: finding.unit.code })
    onClose()
    if ((await outcome).state === 'sent') await refreshAll(client, [getVisit, listFindings, getInspection])
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.inspection.recheck')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) send()
        }}
      >
        <p className={classes.prose}>{finding.text}</p>
        <Radio.Group
          label={t('app.inspection.result')}
          value={result}
          onChange={(value) => setResult(value as RecheckResult)}
        >
          <div className={classes.choices}>
            {RECHECK_RESULTS.map((value) => (
              <Radio key={value} value={value} label={t(`app.inspection.result.${value}`)} />
            ))}
          </div>
        </Radio.Group>
        <DayField
          label={t('app.inspection.checkedOn')}
          required
          value={checkedOn}
          error={checkedOn > todayHere() ? t('app.inspection.missing.day') : undefined}
          onChange={setCheckedOn}
        />
        <Textarea
          label={t('app.inspection.note')}
          required={result !== 'fixed'}
          autosize
          minRows={2}
          maxLength={4000}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <EvidenceField
          unit={finding.unit.code}
          period={finding.foundOn.slice(0, 7).replace('-', '')}
          fileIds={files}
          onChange={setFiles}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" disabled={!isReady}>
            {t('app.inspection.recheck.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
