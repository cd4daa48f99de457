// What a directive is found by: words without tone marks. A text is kept as its words, each once, so that a long file
// stays small and no text is too long for the index.

import { foldText } from '#kernel/text.ts'

/** More are dropped: a file of lists and tables. */
const MOST_WORDS = 40_000
/** Longer ones are rows of signs or broken text. */
const LONGEST = 60

const split = (text: string): string[] =>
  foldText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= LONGEST)
    // 05-CT/TW and 5-CT/TW are one number
    .map((word) => word.replace(/^0+(?=\d)/, ''))

/** Each word of the texts once, in the order in which they come, joined by spaces. */
export function wordsFound(texts: readonly string[]): string {
  const words = new Set<string>()
  for (const text of texts)
    for (const word of split(text)) {
      if (words.size >= MOST_WORDS) return [...words].join(' ')
      words.add(word)
    }
  return [...words].join(' ')
}

/** Words of a query, at most eight; none for a query of spaces and signs. */
export const wordsAsked = (query: string): string[] => [...new Set(split(query))].slice(0, 8)
