import { Select } from '@mantine/core'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { TargetChoice, TargetRef } from '../../../api/plans.ts'

type Props = {
  value: TargetRef | null
  targets: readonly TargetChoice[]
  error: string | undefined
  onChange(target: TargetRef | null): void
}

const nameOf = ({ indicator, unit, period }: TargetRef): string => `${indicator} ${unit} ${period}`

/** A target of a programme, taken in by reference: its value is read where targets are kept, never typed again. */
export function TargetField({ value, targets, error, onChange }: Props) {
  const { t, lang, number } = useWords()
  if (targets.length === 0 && value === null) return null
  const options = targets.map((one) => ({
    value: nameOf(one),
    label: [
      (lang === 'en' && one.nameEn) || one.name,
      one.unitName,
      tellPeriod(t, one.period),
      one.value === null ? t('app.plans.targetNotSet') : `${number(one.value)} ${one.unitOfMeasure}`,
    ].join(' · '),
  }))
  const held = value && nameOf(value)
  const isKnown = options.some((one) => one.value === held)
  return (
    <Select
      clearable
      searchable
      label={t('app.plans.byTarget')}
      value={held}
      data={isKnown || held === null ? options : [...options, { value: held, label: held }]}
      error={error}
      onChange={(name) => {
        const one = targets.find((target) => nameOf(target) === name)
        onChange(one ? { indicator: one.indicator, unit: one.unit, period: one.period } : null)
      }}
    />
  )
}
