import { Button, TextInput } from '@mantine/core'
import { exactText, plus, readExact, ZERO } from '#kernel/exact.ts'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Area } from '../../../schema.ts'
import { AmountField } from '../../sheet/inputs/amount-field.tsx'
import classes from './draft.module.css'
import { type Order, PlaceHead } from './place-head.tsx'

type Props = { area: Area; at: number; count: number; onChange(area: Area): void; onOrder: Order<Area> }

/** An area: its points, and who verifies what is said in it. */
export function AreaForm({ area, at, count, onChange, onOrder }: Props) {
  const { t, number } = useWords()
  const put = (part: Partial<Area>) => onChange({ ...area, ...part })
  const points = area.criteria.map(({ max }) => readExact(max))
  const sum = points.every((one) => one !== null) ? exactText(points.reduce(plus, ZERO)) : null
  return (
    <>
      <PlaceHead title={`${area.code} ${area.name}`.trim()} at={at} count={count} onOrder={onOrder} />
      <Fields>
        <TextInput
          required
          label={t('app.schemes.areaCode')}
          value={area.code}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => put({ code: value })}
        />
        <AmountField label={t('app.schemes.max')} value={area.max} onChange={(max) => put({ max })} />
      </Fields>
      {sum !== null && sum !== area.max && (
        <p className={classes.hint}>
          {t('app.schemes.sumIs', { sum: number(sum) })}{' '}
          <Button size="xs" variant="subtle" onClick={() => put({ max: sum })}>
            {t('app.schemes.takeSum')}
          </Button>
        </p>
      )}
      <TextInput
        required
        label={t('app.schemes.areaName')}
        value={area.name}
        onChange={({ currentTarget: { value } }) => put({ name: value })}
      />
      <Fields>
        <TextInput
          label={t('app.schemes.verifier')}
          value={area.verifier ?? ''}
          onChange={({ currentTarget: { value } }) => onChange(withText(area, 'verifier', value))}
        />
        <TextInput
          label={t('app.schemes.field')}
          description={t('app.schemes.fieldHint')}
          value={area.field ?? ''}
          maxLength={60}
          onChange={({ currentTarget: { value } }) => onChange(withText(area, 'field', value))}
        />
      </Fields>
    </>
  )
}

/** A text that may be missing; nothing typed is missing, not empty. */
export function withText<T extends object>(whole: T, name: keyof T, value: string): T {
  const { [name]: _, ...rest } = whole
  return (value === '' ? rest : { ...rest, [name]: value }) as T
}
