import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { EvidenceField, type KnownFile } from '#web/kit/evidence/evidence-field.tsx'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { DirectiveInput } from '../../api/register.ts'
import { useDayWithin, useUnitsHeld } from '../sessions/use-units.ts'
import { ChooseMany } from './choose-many.tsx'
import { IdentityFields } from './identity-fields.tsx'
import classes from './register.module.css'
import { type DirectiveDraft, inputOf } from './rules/draft.ts'

type Props = {
  start: DirectiveDraft
  files?: readonly KnownFile[]
  /** The register that holds it does not change. */
  isHeld?: boolean
  action: string
  problem: unknown
  isBusy: boolean
  cancel: ReactNode
  onSave(input: DirectiveInput): void
}

/** A directive as fields: what it is known by, whose it is, what it says, what it rests on, and its files. */
export function DirectiveForm({ start, files = [], isHeld = false, action, onSave, ...rest }: Props) {
  const { t } = useWords()
  const { problem, isBusy, cancel } = rest
  const [draft, setDraft] = useState(start)
  const change = (part: Partial<DirectiveDraft>) => setDraft((old) => ({ ...old, ...part }))
  const errorOf = fieldErrors(problem)
  const input = inputOf(draft)
  return (
    <form
      noValidate
      aria-label={action}
      onSubmit={(event) => {
        event.preventDefault()
        if (input) onSave(input)
      }}
    >
      <IdentityFields draft={draft} errorOf={errorOf} onChange={change} />
      <IssuerFields draft={draft} isHeld={isHeld} errorOf={errorOf} onChange={change} />
      <TermFields draft={draft} errorOf={errorOf} onChange={change} />
      {(['implements', 'amends', 'replaces'] as const).map((kind) => (
        <ChooseMany
          key={kind}
          label={t(`app.register.link.${kind}`)}
          error={errorOf(kind)}
          ids={draft[kind]}
          onChange={(ids) => change({ [kind]: ids })}
        />
      ))}
      {draft.unit !== '' && (
        <EvidenceField
          unit={draft.unit}
          fileIds={draft.files}
          files={files}
          onChange={(ids) => change({ files: ids })}
        />
      )}
      <p className={classes.read}>{t('app.register.noSecrets')}</p>
      {Boolean(problem) && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        {cancel}
        <Button type="submit" loading={isBusy} disabled={input === null}>
          {action}
        </Button>
      </div>
    </form>
  )
}

export type Part = {
  draft: DirectiveDraft
  errorOf(path: string): string | undefined
  onChange(part: Partial<DirectiveDraft>): void
}

function IssuerFields({ draft, isHeld, errorOf, onChange }: Part & { isHeld: boolean }) {
  const { t } = useWords()
  const within = useDayWithin()
  const units = useUnitsHeld('directive.register', draft.issuedOn || within)
  const isKnown = units.some(({ code }) => code === draft.unit)
  return (
    <>
      <Select
        required
        searchable
        allowDeselect={false}
        disabled={isHeld}
        label={t('app.register.keeper')}
        description={t('app.register.keeperHint')}
        value={draft.unit || null}
        error={errorOf('unit')}
        data={[
          ...units.map(({ code, name }) => ({ value: code, label: `${name} (${code})` })),
          ...(isKnown || draft.unit === '' ? [] : [{ value: draft.unit, label: draft.unit }]),
        ]}
        onChange={(unit) => onChange({ unit: unit ?? '' })}
      />
      <Checkbox
        label={t('app.register.outside')}
        checked={draft.isOutside}
        onChange={({ currentTarget }) => onChange({ isOutside: currentTarget.checked })}
      />
      <TextInput
        required={draft.isOutside}
        maxLength={300}
        label={t(draft.isOutside ? 'app.register.outsideIssuer' : 'app.register.issuerName')}
        description={t(draft.isOutside ? 'app.register.outsideHint' : 'app.register.issuerNameHint')}
        value={draft.issuer}
        error={errorOf(draft.isOutside ? 'issuer' : 'issuerName')}
        onChange={({ currentTarget }) => onChange({ issuer: currentTarget.value })}
      />
    </>
  )
}

function TermFields({ draft, errorOf, onChange }: Part) {
  const { t } = useWords()
  return (
    <>
      <Textarea
        required
        autosize
        minRows={2}
        maxLength={2_000}
        label={t('app.register.excerpt')}
        value={draft.excerpt}
        error={errorOf('excerpt')}
        onChange={({ currentTarget }) => onChange({ excerpt: currentTarget.value })}
      />
      <TextInput
        maxLength={200}
        label={t('app.register.signer')}
        value={draft.signer}
        error={errorOf('signer')}
        onChange={({ currentTarget }) => onChange({ signer: currentTarget.value })}
      />
      <div className={classes.pair}>
        <DayField
          label={t('app.register.validFrom')}
          description={t('app.register.validFromHint')}
          value={draft.validFrom}
          error={errorOf('validFrom')}
          onChange={(validFrom) => onChange({ validFrom })}
        />
        <DayField
          label={t('app.register.validTo')}
          description={t('app.register.validToHint')}
          value={draft.validTo}
          error={errorOf('validTo')}
          onChange={(validTo) => onChange({ validTo })}
        />
      </div>
    </>
  )
}
