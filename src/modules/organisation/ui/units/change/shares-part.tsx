import { TextInput } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import classes from './change.module.css'
import { type ChangeDraft, shareKey, sharePairs } from './change-draft.ts'
import type { useUnitOptions } from './unit-field.tsx'

type Props = {
  change: ChangeDraft
  options: ReturnType<typeof useUnitOptions>
  onChange(change: ChangeDraft): void
}

/** Which part of the old unit each new one gets; an empty one is unknown, and nothing is guessed for it. */
export function SharesPart({ change, options, onChange }: Props) {
  const { t } = useWords()
  const pairs = sharePairs(change)
  if (pairs.length === 0) return null
  const nameOf = (code: string) =>
    change.into.find((one) => one.code === code)?.name ||
    options.find(({ value }) => value === code)?.label ||
    code
  return (
    <div className={classes.shares}>
      <p>
        {t(change.kind === 'transfer' ? 'app.units.change.transferShares' : 'app.units.change.splitShares')}
      </p>
      {pairs.map(([from, into]) => (
        <TextInput
          key={shareKey(from, into)}
          label={nameOf(into)}
          w={170}
          inputMode="decimal"
          placeholder={t('app.units.change.unknown')}
          value={change.shares[shareKey(from, into)] ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...change, shares: { ...change.shares, [shareKey(from, into)]: value } })
          }
        />
      ))}
    </div>
  )
}
