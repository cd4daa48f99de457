import type { Db } from '#platform/db/db.ts'
import { wordsAsked } from '../rules/search-words.ts'
import { searchRegister } from '../store/directive-search.ts'
import type { DirectiveRow } from '../store/directives.ts'
import { findDirectives } from './find-directives.ts'

/**
 * Directives that a text may mean: with exactly this number first, then those in which all its words are found, the
 * latest issued first. Everyone who is signed in may know them. None for a text without words.
 */
export async function searchDirectives(db: Db, text: string, limit: number): Promise<DirectiveRow[]> {
  const words = wordsAsked(text)
  if (words.length === 0) return []
  const meant = await findDirectives(db, { number: text })
  const found = await searchRegister(db, { number: null, words }, { after: null, limit })
  const ids = new Set(meant.map(({ id }) => id))
  return [...meant, ...found.filter(({ id }) => !ids.has(id))].slice(0, limit)
}
