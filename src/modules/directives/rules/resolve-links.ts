// Which directive a number means in a register that is brought in: numbers begin anew each term or year.

import type { Day } from '#kernel/day.ts'

/** A directive of the register or of the file. `key` tells it from all others. */
export type Candidate = { key: string; number: string; issuedOn: Day }

export type Resolved =
  | { key: string }
  /** `unknown`: nobody has the number. `later`: all were issued after. `several`: more than one may be meant. */
  | { fault: 'unknown' | 'later' | 'several' }

/**
 * The only other directive with that number that was issued on the day of the one that names it or before.
 *
 * @param byNumber all candidates by normalised number.
 */
export function resolveLink(
  from: Pick<Candidate, 'key' | 'issuedOn'>,
  number: string,
  byNumber: ReadonlyMap<string, readonly Candidate[]>,
): Resolved {
  const others = (byNumber.get(number) ?? []).filter(({ key }) => key !== from.key)
  const earlier = others.filter(({ issuedOn }) => issuedOn <= from.issuedOn)
  if (earlier.length === 1) return { key: earlier[0]!.key }
  if (earlier.length > 1) return { fault: 'several' }
  return { fault: others.length === 0 ? 'unknown' : 'later' }
}
