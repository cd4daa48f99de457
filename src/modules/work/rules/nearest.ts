/** A person who may do something at a unit; `distance` in steps above it, null where the right is held everywhere. */
export type Within = { accountId: number; distance: number | null }

/**
 * Who is meant by "whoever may do this there": those who hold the right nearest to the unit. What a district's verifier
 * checks is no news for the province, and nothing is lost: where nobody nearer holds it, those above are told.
 *
 * @param but accounts that are left out before it is judged who is nearest, such as the one who acted.
 */
export function nearest(holders: readonly Within[], but: readonly (number | null)[] = []): number[] {
  const there = holders.filter(({ accountId }) => !but.includes(accountId))
  const steps = there.map(({ distance }) => distance ?? Number.POSITIVE_INFINITY)
  const least = Math.min(...steps)
  return [...new Set(there.filter((_, n) => steps[n] === least).map(({ accountId }) => accountId))]
}

/** Whether a right that is limited to a field of work (null: to none) holds for a form of this field (null: of none). */
export const holdsFor = (limit: string | null, field: string | null): boolean =>
  limit === null || limit === field
