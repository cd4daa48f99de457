import { formatMeasure } from '#kernel/measure.ts'
import type { Figure, Restated } from '../view.ts'
import { scaleOf } from './figure-text.ts'
import type { Words } from './words.ts'

/** What restating did: which units took others whole, and what could not be shared out and counts above them only. */
export function restatedFacts(
  w: Words,
  { whole, units, kinds, notShared }: Restated,
  figure: Figure,
): string[] {
  const value = notShared?.value ? formatMeasure(w.lang, notShared.value, scaleOf(w, figure)) : ''
  return [
    w.t('portal.restated'),
    ...(whole === units
      ? [w.t('portal.restated.whole', { units: w.count(units), kinds: w.kinds(kinds, units) })]
      : []),
    ...(notShared ? [w.t('portal.restated.not-shared', { units: w.count(notShared.units), value })] : []),
  ]
}
