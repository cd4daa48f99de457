// One group of the list comes from several sources. Each is read page by page; the group's cursor holds all places.

export const SOURCES = ['reports', 'duties', 'assessments'] as const
export type Source = (typeof SOURCES)[number]

/** Where a source goes on; null: from its beginning. `isOver`: it has nothing more. */
export type Place = { after: string | null; isOver: boolean }

const OVER = '-'

/** Reads a group's cursor; an unknown one begins anew. */
export function readPlaces(cursor: string | null): Record<Source, Place> {
  const parts = (cursor ?? '').split('~')
  const isKnown = parts.length === SOURCES.length
  const placeOf = (part: string): Place =>
    part === OVER ? { after: null, isOver: true } : { after: part, isOver: false }
  return Object.fromEntries(
    SOURCES.map((source, n) => [source, isKnown ? placeOf(parts[n]!) : { after: null, isOver: false }]),
  ) as Record<Source, Place>
}

/** The cursor of what comes next; null when every source is over. */
export const writePlaces = (next: Record<Source, string | null>): string | null =>
  SOURCES.every((source) => next[source] === null)
    ? null
    : SOURCES.map((source) => next[source] ?? OVER).join('~')

/** Joins lists that are each in order; what is equal keeps the earlier list's first. Without an order stands last. */
export function mergeBy<T>(lists: readonly (readonly T[])[], orderOf: (one: T) => string | null): T[] {
  const key = (one: T) => orderOf(one) ?? '\uffff'
  return lists.flat().sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
