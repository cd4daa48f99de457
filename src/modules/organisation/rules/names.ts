// Names of units as sentences, tables and charts write them. A recorded name begins with its kind in Vietnamese
// ("Xã Bó Sinh") and ends with it in English ("Bó Sinh commune").

import { NBSP } from '#kernel/number-text.ts'
import { foldText } from '#kernel/text.ts'
import type { Lang } from '#platform/i18n/translate.ts'

export type Named = { name: string; kind: string }

const BEFORE = /^(thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã)\s+/i
const AFTER = /\s+(commune|ward|district|city|province|special zone)$/i

/**
 * The name without its kind, for tables and charts: "Bó Sinh". A township keeps a mark, "TT. Sông Mã", because it often
 * shares its name with the district around it; a numbered ward keeps its kind, "Phường 12".
 */
export function shortName({ name }: Named): string {
  if (/^thị trấn /i.test(name)) return `TT. ${name.replace(BEFORE, '')}`
  const short = name.replace(BEFORE, '').replace(AFTER, '')
  return /^\d+$/.test(short) ? name : short
}

/** The name inside a sentence: "huyện Sông Mã", its own part unbreakable. */
export function inlineName(lang: Lang, { name }: Named): string {
  const kind = lang === 'vi' ? (BEFORE.exec(name)?.[0] ?? '') : ''
  return kind.toLowerCase() + name.slice(kind.length).replaceAll(' ', NBSP)
}

/** Part of an i18n key: "thị trấn" is `thi-tran`, "tạ/ha" is `ta-ha`. */
export const keyOf = (words: string): string => foldText(words).replace(/[^a-z0-9]+/g, '-')

/** The kinds of some units, the most frequent first, each once. */
export function kindsOf(units: readonly { kind: string }[]): string[] {
  const counts = new Map<string, number>()
  for (const { kind } of units) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([kind]) => kind)
}

/**
 * A name on at most two lines of about equal length, split at a space; one word stays on one line.
 *
 * @param most characters a line may have; what is longer ends in an ellipsis.
 */
export function inTwoLines(name: string, most: number): string[] {
  const words = name.split(' ')
  if (words.length < 2) return [clip(name, most)]
  const splits = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
  const longest = (lines: string[]) => Math.max(...lines.map((line) => line.length))
  const best = splits.reduce((a, b) => (longest(b) <= longest(a) ? b : a))
  return best.map((line) => clip(line, most))
}

/** At most `most` characters, the last one an ellipsis when something was cut off. */
export const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`

/** A label in the middle of a sentence: "Nhãn" is "nhãn"; an acronym keeps its capitals. */
export const inSentence = (label: string): string =>
  /^\p{Lu}\p{Lu}/u.test(label) ? label : label.slice(0, 1).toLowerCase() + label.slice(1)

/** The beginning of a sentence or a heading: "huyện Sông Mã" is "Huyện Sông Mã". */
export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)
