// How well a text answers a query, without tone marks and case: "song ma" finds "Sông Mã".

import { foldText } from '#kernel/text.ts'

/** A text prepared once and asked often. */
export type Findable = { lower: string; folded: string; words: string[]; code: string }
export type Query = { lower: string; folded: string; words: string[]; isMarked: boolean }

/** @param code is found whole or from its beginning. */
export function findable(text: string, code: string): Findable {
  const folded = foldText(text)
  return { lower: lowerOf(text), folded, words: wordsOf(folded), code: foldText(code) }
}

/** Null for a query of nothing but spaces and signs. */
export function readQuery(text: string): Query | null {
  const folded = foldText(text)
  const words = wordsOf(folded)
  if (words.length === 0) return null
  const lower = lowerOf(text)
  return { lower, folded, words, isMarked: lower !== folded }
}

const lowerOf = (text: string) => text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
const wordsOf = (folded: string) => folded.split(/[^\p{L}\p{N}]+/u).filter(Boolean)

/** Ways of answering, the best first. */
export const GRADES = { code: 0, whole: 1, firstWord: 2, beginning: 3, phrase: 4, words: 5, part: 6 } as const
/** What is written with other tone marks than the query stands half a grade behind. */
const OTHER_MARKS = 0.5
/** Shorter ones would be part of nearly everything. */
const LEAST_PART = 3

/**
 * How well a text answers; smaller is better, null is not at all. In this order: the code itself, the whole text, its first
 * words, its beginning, words in a row, all the words from their beginning in any order, a part, the code's beginning.
 */
export function gradeOf(text: Findable, query: Query): number | null {
  const grade = plainGrade(text, query)
  if (grade === null || grade === GRADES.code || !query.isMarked) return grade
  return text.lower.includes(query.lower) ? grade : grade + OTHER_MARKS
}

function plainGrade({ folded, words, code }: Findable, query: Query): number | null {
  if (code === query.folded) return GRADES.code
  if (folded === query.folded) return GRADES.whole
  if (folded.startsWith(`${query.folded} `)) return GRADES.firstWord
  if (folded.startsWith(query.folded)) return GRADES.beginning
  if (folded.includes(` ${query.folded}`)) return GRADES.phrase
  if (query.words.every((asked) => words.some((word) => word.startsWith(asked)))) return GRADES.words
  if (query.folded.length >= LEAST_PART && folded.includes(query.folded)) return GRADES.part
  return query.folded.length >= 2 && code.startsWith(query.folded) ? GRADES.part : null
}
