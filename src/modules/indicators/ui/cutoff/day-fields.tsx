import { NumberInput, Select } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import type { MonthDay } from '../../api/cutoff.ts'
import classes from './cutoff.module.css'

type Props = {
  label: string
  value: MonthDay
  /** Months that may be chosen, counted from the period's first or last. */
  months: readonly number[]
  from: 'first' | 'last'
  onChange(value: MonthDay): void
}

/** A day as rules say it: which month, and which day of it. */
export function DayFields({ label, value, months, from, onChange }: Props) {
  const { t } = useWords()
  return (
    <fieldset className={classes.dayFields}>
      <legend>{label}</legend>
      <NumberInput
        aria-label={t('app.cutoff.form.day', { what: label })}
        min={1}
        max={31}
        w={72}
        value={value.day}
        onChange={(day) => onChange({ ...value, day: Math.min(31, Math.max(1, Number(day) || 1)) })}
      />
      <Select
        aria-label={t('app.cutoff.form.month', { what: label })}
        allowDeselect={false}
        w={190}
        value={String(value.months)}
        data={months.map((month) => ({
          value: String(month),
          label: t(`app.cutoff.month.${nameOf(month, from)}`),
        }))}
        onChange={(month) => onChange({ ...value, months: Number(month) })}
      />
    </fieldset>
  )
}

const nameOf = (month: number, from: 'first' | 'last'): string =>
  month === 0 ? from : month < 0 ? 'before' : month === 1 ? 'after' : 'afterNext'
