// The year in one sentence: the phrases of its figures, one after the other, with a number to open in each.

import type { Lang } from '#platform/i18n/translate.ts'

/** A stretch of plain text, or the place where the figure at this index of the list stands. */
export type Piece = { text: string } | { figure: number }

/**
 * Joins phrases such as `chăm sóc {value} nhãn` with commas and a last "và"; the caller puts the beginning before and
 * the full stop after.
 *
 * @param phrases each holds `{value}` once; one that does not stays plain text.
 */
export function composeSentence(lang: Lang, phrases: readonly string[]): Piece[] {
  const and = lang === 'vi' ? ' và ' : ' and '
  return phrases.flatMap((phrase, i): Piece[] => {
    const joint = i === 0 ? '' : i === phrases.length - 1 ? and : ', '
    const [before = '', after] = phrase.split('{value}', 2)
    const start = { text: joint + before }
    return after === undefined ? [start] : [start, { figure: i }, { text: after }]
  })
}
