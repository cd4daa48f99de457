// A value together with its unit of measure: areas and counts as they are, money in the scale people say it in.

import { Big, type Decimal } from './decimal.ts'
import { formatNumber, NBSP, type Tongue } from './number-text.ts'

/** What a unit of measure is divided by before it is written, and the words around the number. */
export type Scale = { divisor: Decimal; before: string; after: string }

const MONEY: readonly { from: Decimal; vi: string; en: string }[] = [
  { from: '1000000000', vi: 'tỷ đồng', en: 'billion' },
  { from: '1000000', vi: 'triệu đồng', en: 'million' },
]

/**
 * The scale for values of one column or sentence: money by its largest value (from one billion in "tỷ đồng", from
 * one million in "triệu đồng"), anything else as it is.
 *
 * @param unit the unit of measure as recorded (`VND`, `ha`); `name` is how it is written in the reader's language.
 */
export function scaleFor(
  lang: Tongue,
  unit: string,
  name: string,
  values: readonly (Decimal | null)[],
): Scale {
  if (unit !== 'VND') return { divisor: '1', before: '', after: name }
  const largest = values.reduce<Big>((most, value) => {
    const size = new Big(value ?? 0).abs()
    return size.gt(most) ? size : most
  }, new Big(0))
  const step = MONEY.find(({ from }) => largest.gte(from))
  if (lang === 'vi') return { divisor: step?.from ?? '1', before: '', after: step?.vi ?? 'đồng' }
  return { divisor: step?.from ?? '1', before: 'VND', after: step?.en ?? '' }
}

/** The value in its scale, exact: 995 400 000 000 VND is 995.4 in "tỷ đồng". */
export const scaled = (value: Decimal, scale: Scale): Decimal => new Big(value).div(scale.divisor).toFixed()

/** `7.430 ha`, `995,4 tỷ đồng`, `VND 995.4 billion`: one unbreakable piece. */
export function formatMeasure(lang: Tongue, value: Decimal, scale: Scale, places?: number): string {
  const number = formatNumber(lang, scaled(value, scale), places)
  return [scale.before, number, scale.after].filter(Boolean).join(NBSP).replaceAll(' ', NBSP)
}
