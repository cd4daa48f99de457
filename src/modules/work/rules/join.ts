// One group of the list comes from several sources: reports and duties. Each is read page by page; the group's cursor
// holds both places.

/** Where each source goes on; null: from its beginning. `isOver`: it has nothing more. */
export type Places = { reports: Place; duties: Place }
type Place = { after: string | null; isOver: boolean }

const OVER = '-'
const BEGIN: Place = { after: null, isOver: false }

/** Reads a group's cursor; an unknown one begins anew. */
export function readPlaces(cursor: string | null): Places {
  const parts = (cursor ?? '').split('~')
  if (parts.length !== 2) return { reports: BEGIN, duties: BEGIN }
  const [reports, duties] = parts.map((part) =>
    part === OVER ? { after: null, isOver: true } : { after: part, isOver: false },
  )
  return { reports: reports!, duties: duties! }
}

/** The cursor of what comes next; null when both sources are over. */
export const writePlaces = (reports: string | null, duties: string | null): string | null =>
  reports === null && duties === null ? null : `${reports ?? OVER}~${duties ?? OVER}`

/** Joins two lists that are each in order; what is equal keeps the first list's first. Without an order stands last. */
export function mergeBy<T>(
  first: readonly T[],
  second: readonly T[],
  orderOf: (one: T) => string | null,
): T[] {
  const key = (one: T) => orderOf(one) ?? '\uffff'
  return [...first, ...second].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}
