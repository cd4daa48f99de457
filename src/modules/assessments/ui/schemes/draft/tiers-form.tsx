import { Select } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import { tellRange } from '../../../rules/tell-rule.ts'
import type { Tier } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import { useRuleWords } from '../use-rule-words.ts'
import classes from './draft.module.css'
import { AddRow, RemoveRow } from './row-buttons.tsx'

type Props = { tiers: readonly Tier[]; onChange(tiers: Tier[]): void }

/** Tiers with their bounds; one that is left empty is open. Whether a bound belongs to its tier is said in a word. */
export function TiersForm({ tiers, onChange }: Props) {
  const { t } = useWords()
  const put = (at: number, part: Partial<Tier>) => onChange([...tiers].with(at, { ...tiers[at]!, ...part }))
  const add = () =>
    onChange([
      ...tiers,
      { from: null, to: tiers.at(-1)?.from ?? null, fromIncluded: true, toIncluded: false, points: '0' },
    ])
  return (
    <fieldset className={classes.rows}>
      <legend>{t('app.schemes.tiers')}</legend>
      <p>{t('app.schemes.tiersHint')}</p>
      {tiers.map((tier, n) => (
        <TierRow
          // biome-ignore lint/suspicious/noArrayIndexKey: a tier has no other name than its place
          key={n}
          tier={tier}
          isLast={tiers.length === 1}
          onChange={(part) => put(n, part)}
          onRemove={() => onChange(tiers.toSpliced(n, 1))}
        />
      ))}
      <AddRow label={t('app.schemes.addTier')} onClick={add} />
    </fieldset>
  )
}

type RowProps = { tier: Tier; isLast: boolean; onChange(part: Partial<Tier>): void; onRemove(): void }

function TierRow({ tier, isLast, onChange, onRemove }: RowProps) {
  const { t } = useWords()
  const words = useRuleWords()
  const choice = (low: boolean) =>
    [true, false].map((isIn) => ({
      value: String(isIn),
      label: t(`app.schemes.bound.${low ? 'from' : 'to'}.${isIn ? 'in' : 'out'}`),
    }))
  return (
    <div className={classes.tier}>
      <Select
        allowDeselect={false}
        label={t('app.schemes.bound.from')}
        value={String(tier.fromIncluded)}
        data={choice(true)}
        onChange={(value) => onChange({ fromIncluded: value === 'true' })}
      />
      <AmountField
        label={t('app.schemes.bound.low')}
        value={tier.from ?? ''}
        onChange={(from) => onChange({ from: from === '' ? null : from })}
      />
      <Select
        allowDeselect={false}
        label={t('app.schemes.bound.to')}
        value={String(tier.toIncluded)}
        data={choice(false)}
        onChange={(value) => onChange({ toIncluded: value === 'true' })}
      />
      <AmountField
        label={t('app.schemes.bound.high')}
        value={tier.to ?? ''}
        onChange={(to) => onChange({ to: to === '' ? null : to })}
      />
      <AmountField
        label={t('app.schemes.points')}
        value={tier.points}
        onChange={(points) => onChange({ points })}
      />
      <RemoveRow name={tellRange(tier, words, false)} isLast={isLast} onClick={onRemove} />
    </div>
  )
}
