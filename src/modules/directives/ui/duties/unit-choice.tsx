import { MultiSelect, SegmentedControl, Select } from '@mantine/core'
import type { Unit } from '#modules/organisation/api.ts'
import { useWords } from '#web/kit/words.tsx'
import { useUnitsHeld } from '../sessions/use-units.ts'
import classes from './duties.module.css'
import { type IssueDraft, unitsOf } from './rules/duty-draft.ts'

type Props = {
  draft: IssueDraft
  all: readonly Unit[]
  chosen: readonly Unit[]
  onChange(part: Partial<IssueDraft>): void
}
/** More names than a person reads are counted only. */
const NAMED = 400

/** Whom a duty is given to: all below a unit, of a level and a kind, or units by name; counted and named as chosen. */
export function UnitChoice({ draft, all, chosen, onChange }: Props) {
  const { t, number, compare } = useWords()
  const named = [...chosen].sort((a, b) => compare(a.name, b.name)).slice(0, NAMED)
  return (
    <>
      <SegmentedControl
        aria-label={t('app.issue.to')}
        value={draft.by}
        data={(['below', 'list'] as const).map((value) => ({ value, label: t(`app.issue.by.${value}`) }))}
        onChange={(by) => onChange({ by: by === 'list' ? 'list' : 'below' })}
      />
      {draft.by === 'below' ? (
        <BelowFields draft={draft} all={all} onChange={onChange} />
      ) : (
        <ListField draft={draft} onChange={onChange} />
      )}
      <p className={classes.count} role="status">
        {t('app.issue.count', { count: number(chosen.length) })}
      </p>
      {named.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <ul className={classes.names} tabIndex={0} aria-label={t('app.issue.names')}>
          {named.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      )}
    </>
  )
}

function BelowFields({ draft, all, onChange }: Omit<Props, 'chosen'>) {
  const { t, compare } = useWords()
  const held = useUnitsHeld('duty.issue', draft.issuedOn)
  const below = unitsOf(all, { ...draft, by: 'below', level: null, kind: null }).units
  const levels = [...new Set(below.map(({ level }) => level))].sort((a, b) => a - b)
  const kinds = [...new Set(below.map(({ kind }) => kind))].sort(compare)
  return (
    <div className={classes.pair}>
      <Select
        searchable
        allowDeselect={false}
        limit={100}
        label={t('app.issue.below')}
        value={draft.unit || null}
        data={held.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        onChange={(unit) => onChange({ unit: unit ?? '', level: null, kind: null })}
      />
      <Select
        clearable
        label={t('app.issue.level')}
        placeholder={t('app.issue.everyLevel')}
        value={draft.level === null ? null : String(draft.level)}
        data={levels.map((level) => ({ value: String(level), label: t('app.issue.levelOf', { level }) }))}
        onChange={(level) => onChange({ level: level === null ? null : Number(level) })}
      />
      <Select
        clearable
        label={t('app.issue.kind')}
        placeholder={t('app.issue.everyKind')}
        value={draft.kind}
        data={kinds}
        onChange={(kind) => onChange({ kind })}
      />
    </div>
  )
}

function ListField({ draft, onChange }: Pick<Props, 'draft' | 'onChange'>) {
  const { t } = useWords()
  const held = useUnitsHeld('duty.issue', draft.issuedOn)
  return (
    <MultiSelect
      searchable
      clearable
      limit={50}
      label={t('app.issue.units')}
      value={draft.units}
      data={held.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
      onChange={(units) => onChange({ units })}
    />
  )
}
