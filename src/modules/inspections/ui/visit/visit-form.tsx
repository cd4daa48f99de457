import { Button, Textarea, TextInput } from '@mantine/core'
import { IconDeviceMobileCheck, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { EvidenceField } from '#web/kit/evidence/evidence-field.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Visit, VisitDraft } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { NamesField } from '../names-field.tsx'
import { todayHere } from '../today.ts'
import { FindingFields } from './finding-fields.tsx'
import { PositionField } from './position-field.tsx'
import { boundIn, missingIn, newFinding } from './visit-draft.ts'

type Props = {
  visit: Visit
  draft: VisitDraft
  isTouched: boolean
  onChange(part: Partial<VisitDraft>): void
  onSend(): void
  onCancel(): void
}

/** The visit as it is written on a phone, one field under the other; every word is kept on the device at once. */
export function VisitForm({ visit, draft, isTouched, onChange, onSend, onCancel }: Props) {
  const { t } = useWords()
  const [isAsking, setAsking] = useState(false)
  const missing = missingIn(draft, todayHere())
  const unit = visit.unit.code
  const period = (draft.visitedOn || todayHere()).slice(0, 7).replace('-', '')
  return (
    <form
      className={classes.form}
      aria-label={t('app.inspection.record')}
      onSubmit={(event) => {
        event.preventDefault()
        if (missing.length === 0) onSend()
      }}
    >
      <DayField
        label={t('app.inspection.visitedOn')}
        required
        value={draft.visitedOn}
        error={
          missing.includes('day') && draft.visitedOn !== '' ? t('app.inspection.missing.day') : undefined
        }
        onChange={(visitedOn) => onChange({ visitedOn })}
      />
      <TextInput
        label={t('app.inspection.place')}
        value={draft.place}
        maxLength={400}
        onChange={({ currentTarget }) => onChange({ place: currentTarget.value })}
      />
      <PositionField value={draft.position} onChange={(position) => onChange({ position })} />
      <NamesField
        label={t('app.inspection.team')}
        value={draft.team}
        required
        onChange={(team) => onChange({ team })}
      />
      <NamesField label={t('app.inspection.met')} value={draft.met} onChange={(met) => onChange({ met })} />
      <Textarea
        label={t('app.inspection.summary')}
        autosize
        minRows={2}
        maxLength={8000}
        value={draft.summary}
        onChange={({ currentTarget }) => onChange({ summary: currentTarget.value })}
      />
      <EvidenceField
        unit={unit}
        period={period}
        fileIds={draft.files}
        files={visit.record?.files ?? []}
        onChange={(files) => onChange({ files })}
      />
      <FindingsPart visit={visit} draft={draft} period={period} onChange={onChange} />
      <div className={classes.foot}>
        <span className={classes.hint} role="status">
          {isTouched && (
            <>
              <IconDeviceMobileCheck size={15} stroke={1.75} aria-hidden /> {t('app.inspection.kept')}
            </>
          )}
          {missing.length > 0 && <span>{t(`app.inspection.missing.${missing[0]!}`)}</span>}
        </span>
        {(isTouched || visit.record) && (
          <Button variant="default" onClick={() => (isTouched ? setAsking(true) : onCancel())}>
            {t(isTouched ? 'app.inspection.discard' : 'app.cancel')}
          </Button>
        )}
        <Button type="submit" disabled={missing.length > 0}>
          {t('app.inspection.record')}
        </Button>
      </div>
      <Confirm
        opened={isAsking}
        title={t('app.inspection.discard')}
        action={t('app.inspection.discard')}
        danger
        onConfirm={() => {
          setAsking(false)
          onCancel()
        }}
        onClose={() => setAsking(false)}
      >
        {t('app.inspection.discard.ask')}
      </Confirm>
    </form>
  )
}

function FindingsPart({
  visit,
  draft,
  period,
  onChange,
}: Pick<Props, 'visit' | 'draft' | 'onChange'> & { period: string }) {
  const { t, number } = useWords()
  const bound = boundIn(visit)
  const { findings } = draft
  const put = (at: number, finding: (typeof findings)[number]) =>
    onChange({ findings: findings.map((one, n) => (n === at ? finding : one)) })
  return (
    <Section title={t('app.inspection.findings.count', { count: number(findings.length) })}>
      <div className={classes.findings}>
        {findings.map((finding, n) => (
          <FindingFields
            key={finding.key}
            ordinal={n + 1}
            finding={finding}
            unit={visit.unit.code}
            period={period}
            files={visit.found.find(({ key }) => key === finding.key)?.files ?? []}
            isBound={bound.has(finding.key)}
            onChange={(next) => put(n, next)}
            onRemove={() => onChange({ findings: findings.filter(({ key }) => key !== finding.key) })}
          />
        ))}
      </div>
      <Button
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onChange({ findings: [...findings, newFinding(crypto.randomUUID())] })}
      >
        {t('app.inspection.finding.add')}
      </Button>
    </Section>
  )
}
