import { shadeOfAmount, shadeOfAttainment } from '#web/kit/charts/shades.ts'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { cutPercent } from '../../rules/attainment.ts'
import { classOf, roundLimits } from '../../rules/classes.ts'
import { measureOf } from '../reading/use-measure.ts'

/** One step of the key beside a map. */
export type KeyEntry = { fill: string; text: string; isLow: boolean }

/**
 * What every unit carries on a map: attainment in whole percent, cut and never rounded up; where nobody has a target, its
 * amount by class.
 */
export function useMap({ rows, figure }: AttainmentAnswer) {
  const words = useWords()
  const { t, number } = words
  const isReversed = figure.targetKind === 'lower-is-better'
  const isTargeted = rows.some(({ target }) => target !== null)
  const measure = measureOf(
    words,
    figure.unitOfMeasure,
    rows.map(({ value }) => value),
  )
  const sizes = rows.map(({ value }) => measure.size(value))
  const limits = isTargeted ? [] : roundLimits(sizes.flatMap((size) => (size === null ? [] : [String(size)])))
  const units = rows.map(({ unit, value, target, met }, i) => {
    const percent = cutPercent(value, target)
    const size = sizes[i] ?? null
    const place = size === null ? null : classOf(String(size), limits)
    const shade = isTargeted
      ? shadeOfAttainment(percent, isReversed)
      : shadeOfAmount(place, limits.length + 1)
    const shown = isTargeted ? (percent === null ? '–' : number(percent)) : measure.tell(value)
    return {
      id: unit.code,
      name: unit.shortCode || unit.shortName,
      text: value === null ? '–' : shown,
      // It begins with what is written on the tile: who speaks to the screen names what is seen
      label:
        `${unit.shortCode} ${value === null ? '–' : shown}. ${labelOf(unit.name, value, percent)}`.trim(),
      isLow: met === false,
      ...shade,
    }
  })
  return { units, isTargeted, key: isTargeted ? steps(isReversed) : amounts() }

  function labelOf(name: string, value: string | null, percent: number | null): string {
    if (value === null) return t('app.dashboard.tile.missing', { unit: name })
    if (!isTargeted || percent === null)
      return t('app.dashboard.tile.amount', { unit: name, value: measure.whole(value) })
    return t('app.dashboard.tile', { unit: name, percent: number(percent) })
  }

  function steps(reversed: boolean): KeyEntry[] {
    const at = reversed ? [111, 105, 95, 80] : [80, 95, 105, 111]
    return at.map((percent, i) => ({
      fill: shadeOfAttainment(percent, reversed).fill,
      text: t(`app.dashboard.key.${reversed ? 'reversed' : 'step'}.${i + 1}`),
      isLow: i < 2,
    }))
  }

  function amounts(): KeyEntry[] {
    const told = (limit: number) => number(String(limit))
    const name = (i: number) => {
      if (i === 0) return t('app.dashboard.key.under', { to: told(limits[0]!) })
      if (i === limits.length) return t('app.dashboard.key.from', { from: told(limits[i - 1]!) })
      return t('app.dashboard.key.between', { from: told(limits[i - 1]!), to: told(limits[i]!) })
    }
    if (limits.length === 0) return []
    return Array.from({ length: limits.length + 1 }, (_, i) => ({
      fill: shadeOfAmount(i, limits.length + 1).fill,
      text: name(i),
      isLow: false,
    }))
  }
}
