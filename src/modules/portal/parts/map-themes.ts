// What each of the two maps shows: its words, its classes, and what stands on a unit.

import { Big, type Decimal } from '#kernel/decimal.ts'
import { scaled } from '#kernel/measure.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { inSentence, kindsOf, shortName } from '#modules/organisation/rules/names.ts'
import { deviationLimits, roundLimits } from '#modules/programmes/rules/classes.ts'
import { decimalsOf, formatSigned, scaleName } from '../rules/format.ts'
import type { Confluence, Part } from '../view.ts'
import { scaleOf } from './figure-text.ts'
import { type Classes, shadesFor } from './map-key.ts'
import { bySize } from './parts-table.ts'
import type { Words } from './words.ts'

export type MapTheme = {
  id: string
  heading: string
  measure: string
  title: string
  classes: Classes
  /** What is mapped, in the scale of the page; null when it is missing. */
  of: (part: Part) => Decimal | null
  write: (value: Decimal) => string
}

const kindsText = (w: Words, parts: readonly Part[], count: number): string =>
  w.kinds(kindsOf(parts.map(({ unit }) => unit)), count)

/** How much; null when no unit has a value. `oldNames`: the bricks also carry the names of what was merged. */
export function amounts(w: Words, { figure, parts }: Confluence, oldNames: boolean): MapTheme | null {
  const scale = scaleOf(w, figure)
  const of = ({ value }: Part) => value && scaled(value, scale)
  const values = parts.flatMap((part) => of(part) ?? [])
  const [most] = bySize(parts)
  if (values.length === 0 || !most) return null

  const limits = roundLimits(values)
  const places = decimalsOf(values, 1)
  const words = {
    label: figure.label,
    unit: scaleName(scale),
    kinds: kindsText(w, parts, 1),
  }
  return {
    id: 'ma',
    heading: w.t('portal.map.most', { label: figure.label, unit: shortName(most.unit) }),
    measure: w.t(oldNames ? 'portal.map.measure.now' : 'portal.map.measure', words),
    title: w.t('portal.map.title', words),
    classes: { values, limits, shades: shadesFor(limits), signed: false },
    of,
    write: (value) => formatNumber(w.lang, value, places),
  }
}

/** How far from target, in percent; null when no unit has both a target and a value. */
export function deviations(w: Words, { figure, parts }: Confluence): MapTheme | null {
  const of = ({ attainment }: Part) => attainment && new Big(attainment.percent).minus(100).toFixed()
  const values = parts.flatMap((part) => of(part) ?? [])
  if (values.length === 0) return null

  const behind = parts.filter(({ attainment }) => attainment && !attainment.met)
  const label = inSentence(figure.label)
  return {
    id: 'md',
    heading:
      behind.length === 0
        ? w.t('portal.map.all-met')
        : w.t('portal.map.behind', {
            count: w.count(behind.length),
            kinds: kindsText(w, behind, behind.length),
          }),
    measure: w.t('portal.map.deviation', { label }),
    title: w.t('portal.map.deviation.title', { label: figure.label }),
    classes: {
      values,
      limits: deviationLimits(values),
      shades: ['d1', 'd2', 'd3', 'd4'],
      signed: true,
    },
    of,
    write: (value) => formatSigned(w.lang, value, 1),
  }
}
