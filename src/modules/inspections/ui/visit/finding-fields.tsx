import { Button, NativeSelect, SegmentedControl, Textarea } from '@mantine/core'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { FindingDraft, SeenFile } from '../../api/visits.ts'
import { FINDING_KINDS, type FindingKind, SEVERITIES, type Severity } from '../../schema.ts'
import classes from '../inspections.module.css'

type Props = {
  ordinal: number
  finding: FindingDraft
  unit: string
  period: string
  files: readonly SeenFile[]
  /** A duty or a re-check hangs on it: only photos may be added. */
  isBound: boolean
  onChange(finding: FindingDraft): void
  onRemove(): void
}

/** One thing that was found: what kind, how heavy, what it is, what is asked, and photos. */
export function FindingFields({ ordinal, finding, unit, period, files, isBound, onChange, onRemove }: Props) {
  const { t } = useWords()
  const put = (change: Partial<FindingDraft>) => onChange({ ...finding, ...change })
  return (
    <fieldset className={classes.finding}>
      <legend>{t('app.inspection.finding', { ordinal: String(ordinal) })}</legend>
      {isBound && <p className={classes.hint}>{t('app.inspection.finding.bound')}</p>}
      <NativeSelect
        label={t('app.inspection.kind')}
        disabled={isBound}
        value={finding.kind}
        data={FINDING_KINDS.map((value) => ({ value, label: t(`app.inspection.kind.${value}`) }))}
        onChange={({ currentTarget }) => put({ kind: currentTarget.value as FindingKind })}
      />
      <SegmentedControl
        fullWidth
        aria-label={t('app.inspection.severity')}
        disabled={isBound}
        value={finding.severity}
        data={SEVERITIES.map((value) => ({ value, label: t(`app.inspection.severity.${value}`) }))}
        onChange={(value) => put({ severity: value as Severity })}
      />
      <Textarea
        label={t('app.inspection.finding.text')}
        required
        autosize
        minRows={2}
        maxLength={4000}
        disabled={isBound}
        value={finding.text}
        onChange={({ currentTarget }) => put({ text: currentTarget.value })}
      />
      <Textarea
        label={t('app.inspection.finding.asked')}
        autosize
        minRows={1}
        maxLength={4000}
        disabled={isBound}
        value={finding.asked}
        onChange={({ currentTarget }) => put({ asked: currentTarget.value })}
      />
      <EvidenceField
        unit={unit}
        period={period}
        fileIds={finding.files}
        files={files}
        onChange={(next) => put({ files: isBound ? [...new Set([...finding.files, ...next])] : next })}
      />
      {!isBound && (
        <div>
          <Button variant="subtle" color="brick" onClick={onRemove}>
            {t('app.inspection.finding.remove')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
