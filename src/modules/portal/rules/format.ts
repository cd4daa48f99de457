// How differences, percentages, dates, times and lists are written for readers, in both languages.

import { type Day, dayOf } from '#kernel/day.ts'
import { Big, type Decimal, fixed } from '#kernel/decimal.ts'
import type { Scale } from '#kernel/measure.ts'
import { formatNumber } from '#kernel/number-text.ts'
import type { Lang } from '#platform/i18n/translate.ts'

/** A difference with its sign: `+10,0`, `−6,7`, and `0,0` without one. */
export function formatSigned(lang: Lang, value: Decimal, places: number): string {
  const text = formatNumber(lang, value, places)
  return new Big(fixed(value, places)).gt(0) ? `+${text}` : text
}

/** One decimal, half up, no space before the sign: `101,8%`. */
export const formatPercent = (lang: Lang, percent: Decimal): string => `${formatNumber(lang, percent, 1)}%`

/** The most decimals any of the values has, so that a column keeps one depth; at most `cap`. */
export function decimalsOf(values: readonly (Decimal | null)[], cap = 2): number {
  return values.reduce<number>((most, value) => {
    const decimals = value === null ? 0 : (new Big(value).toFixed().split('.')[1]?.length ?? 0)
    return Math.min(cap, Math.max(most, decimals))
  }, 0)
}

/** `14/01/2022`; `14 January 2022` in English. */
export function formatDay(lang: Lang, day: Day): string {
  const [year, month, date] = day.split('-')
  if (lang === 'vi') return `${date}/${month}/${year}`
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}

/** Day and time in Vietnam: `14/01/2022, 08:30`. */
export function formatTime(lang: Lang, at: Date): string {
  const vietnam = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `${formatDay(lang, dayOf(at))}, ${vietnam.slice(11, 16)}`
}

/** `a, b và c`; `a, b and c` in English. */
export const formatList = (lang: Lang, items: readonly string[]): string =>
  items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${lang === 'vi' ? 'và' : 'and'} ${items.at(-1)}`

/** A scale as a column heading or a table cell says it: `ha`, `tỷ đồng`, `VND billion`. */
export const scaleName = ({ before, after }: Scale): string => [before, after].filter(Boolean).join(' ')

/** Points or an index, two decimals at most: `88,78`; `12`; anything that is no number stays. */
export function formatScore(lang: Lang, score: string, places = 2): string {
  if (!/^-?\d+(\.\d+)?$/.test(score)) return score
  const short = new Big(new Big(score).toFixed(places)).toFixed()
  return formatNumber(lang, short, decimalsOf([short], places))
}

/** Points as percent of what can be had; null where nothing was assessed, or nothing can be had. */
export const percentOf = (of: { points: string | null; max: string } | undefined): string | null =>
  !of || of.points === null || Number(of.max) === 0
    ? null
    : new Big(of.points).div(of.max).times(100).toFixed()
