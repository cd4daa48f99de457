import { Checkbox } from '@mantine/core'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'

type Adjust = NonNullable<Scheme['adjust']>
type Props = { adjust: Adjust | null; onChange(adjust: Adjust | null): void }

/** Bonus and penalty outside the total, and how far they go. */
export function AdjustFields({ adjust, onChange }: Props) {
  const { t } = useWords()
  return (
    <>
      <Checkbox
        label={t('app.schemes.adjust')}
        checked={adjust !== null}
        onChange={({ currentTarget: { checked } }) => onChange(checked ? { min: '-2', max: '2' } : null)}
      />
      {adjust && (
        <Fields>
          <AmountField
            label={t('app.schemes.adjustMin')}
            value={adjust.min}
            onChange={(min) => onChange({ ...adjust, min })}
          />
          <AmountField
            label={t('app.schemes.adjustMax')}
            value={adjust.max}
            onChange={(max) => onChange({ ...adjust, max })}
          />
        </Fields>
      )}
    </>
  )
}
