import { ActionIcon, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import type { ChangeKind } from '../../../rules/change-book.ts'
import classes from './change.module.css'
import { type ChangeDraft, FORMS, newChange } from './change-draft.ts'
import { SharesPart } from './shares-part.tsx'
import { SuccessorPart } from './successor-part.tsx'
import { UnitField, UnitsField, type useUnitOptions } from './unit-field.tsx'

type Props = {
  change: ChangeDraft
  /** Units of the day before. */
  options: ReturnType<typeof useUnitOptions>
  number: number
  refusals: readonly string[]
  onChange(change: ChangeDraft): void
  onRemove: (() => void) | undefined
}

const KINDS = Object.keys(FORMS) as ChangeKind[]

/** One change of the order: its kind, which units it takes, and what they become. */
export function ChangeCard({ change, options, number, refusals, onChange, onRemove }: Props) {
  const { t } = useWords()
  const form = FORMS[change.kind]
  const from = t(`app.units.change.from.${change.kind}`)
  return (
    <fieldset className={classes.card}>
      <legend>{t('app.units.change.number', { number: String(number) })}</legend>
      <div className={classes.row}>
        <Select
          label={t('app.units.change.kind')}
          w={210}
          allowDeselect={false}
          value={change.kind}
          data={KINDS.map((value) => ({ value, label: t(`app.units.change.kind.${value}`) }))}
          onChange={(kind) => onChange(newChange(change.key, kind as ChangeKind, change.from))}
        />
        <div className={classes.wide}>
          {form.from === 'many' && (
            <UnitsField
              label={from}
              options={options}
              value={change.from}
              onChange={(codes) => onChange({ ...change, from: codes })}
            />
          )}
          {form.from === 'one' && (
            <UnitField
              label={from}
              options={options}
              value={change.from[0] ?? null}
              onChange={(code) => onChange({ ...change, from: code ? [code] : [] })}
            />
          )}
        </div>
        {onRemove && (
          <ActionIcon
            className={classes.remove}
            aria-label={t('app.units.change.remove', { number: String(number) })}
            onClick={onRemove}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        )}
      </div>
      <SuccessorPart change={change} options={options} onChange={onChange} />
      <SharesPart change={change} options={options} onChange={onChange} />
      {refusals.length > 0 && (
        <ul className={classes.refusals} role="alert">
          {refusals.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
