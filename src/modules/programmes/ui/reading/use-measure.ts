import { scaled, scaleFor } from '#kernel/measure.ts'
import { NBSP } from '#kernel/number-text.ts'
import { keyOf } from '#modules/organisation/rules/names.ts'
import { useWords } from '#web/kit/words.tsx'

/** How values of one unit of measure are written: in one scale, which the heading names. */
export type Measure = {
  /** `ha`, `tỷ đồng`. */
  unit: string
  /** The number in the scale; five dots for a missing one. */
  tell(value: string | null): string
  /** With its unit of measure: `7.430 ha`. */
  whole(value: string | null): string
  /** For drawing. */
  size(value: string | null): number | null
}

/** @param values everything that is written in this scale: the largest decides whether money is told in billions. */
export function useMeasure(unitOfMeasure: string, values: readonly (string | null)[]): Measure {
  const words = useWords()
  return measureOf(words, unitOfMeasure, values)
}

type Told = Pick<ReturnType<typeof useWords>, 't' | 'lang' | 'number'>

export function measureOf(
  { t, lang, number }: Told,
  unitOfMeasure: string,
  values: readonly (string | null)[],
): Measure {
  const scale = scaleFor(lang, unitOfMeasure, nameOf(t, unitOfMeasure), values)
  const sized = (value: string | null) => (value === null ? null : scaled(value, scale))
  // A column keeps one depth, at most two decimals
  const places = values.reduce((most, value) => Math.max(most, Math.min(2, decimalsIn(sized(value)))), 0)
  const tell = (value: string | null) => number(sized(value), places)
  return {
    unit: [scale.before, scale.after].filter(Boolean).join(' '),
    tell,
    whole: (value) => [scale.before, tell(value), scale.after].filter(Boolean).join(NBSP),
    size: (value) => (value === null ? null : Number(sized(value))),
  }
}

const decimalsIn = (value: string | null) => value?.split('.')[1]?.length ?? 0

/** `tấn` is `tonnes` in English; one that nobody translated stays as it is recorded. */
function nameOf(t: Told['t'], unitOfMeasure: string): string {
  const key = `app.measure.${keyOf(unitOfMeasure)}`
  const name = t(key)
  return name === key ? unitOfMeasure : name
}

/** `xã, thị trấn`; `communes, towns`. */
export const kindsTold = (t: Told['t'], kinds: readonly string[]): string =>
  [...new Set(kinds.map((kind) => kindTold(t, kind)))].join(', ')

function kindTold(t: Told['t'], kind: string): string {
  const key = `app.kind.${keyOf(kind)}`
  const name = t(key)
  return name === key ? kind : name
}
