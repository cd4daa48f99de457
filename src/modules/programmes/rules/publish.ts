import { Big, type Decimal, roundDownTo } from '#kernel/decimal.ts'
import { formatMeasure, scaleFor } from '#kernel/measure.ts'
import { NBSP, type Tongue } from '#kernel/number-text.ts'
import type { Basis } from '../schema.ts'

const FLOOR_WORD = { vi: 'hơn', en: 'more than' }
const NO_VALUE = { vi: 'chưa có số', en: 'no data' }

export type Published = {
  value: Decimal | null
  basis: Basis
  step: Decimal | null
  unitOfMeasure: string
}

/**
 * What is published: the value itself or, for `more-than`, the largest multiple of its step below it. A value that is
 * itself such a multiple is published exactly: it is not more than itself.
 */
export function publish({ value, basis, step }: Published): { published: Decimal | null; basis: Basis } {
  if (value === null || basis === 'exact' || step === null) return { published: value, basis: 'exact' }
  const floor = roundDownTo(value, step)
  return new Big(floor).eq(value)
    ? { published: value, basis: 'exact' }
    : { published: floor, basis: 'more-than' }
}

/** `7.430 ha`, `hơn 995 tỷ đồng`, `more than VND 995 billion`. */
export function display(lang: Tongue, figure: Published, measureName: string): string {
  const { published, basis } = publish(figure)
  if (published === null) return NO_VALUE[lang]
  const text = formatMeasure(lang, published, scaleFor(lang, figure.unitOfMeasure, measureName, [published]))
  return basis === 'exact' ? text : FLOOR_WORD[lang] + NBSP + text
}
