// Who reached a unit before a change of the tree, and does not reach what it becomes, or the other way round.

/** A role that somebody holds within reach of a unit; `distance` is 0 at the unit itself, null for everywhere. */
export type Holding = { unitId: number; accountId: number; role: string; distance: number | null }

/** A unit and what it became: its successors, itself where it only moved, nothing where it just ended. */
export type Became = { unit: number; into: readonly number[] }

export type ReachChange = {
  accountId: number
  role: string
  effect: 'loses' | 'gains'
  unit: number
  /** Which of the successors; null where there is none. */
  into: number | null
  /** It was held at the unit itself. */
  own: boolean
}

/**
 * Compares reach unit by unit and role by role; grants that hold everywhere never change.
 * @param before holders on the day before. @param after holders on the day itself.
 */
export function compareReach(
  became: readonly Became[],
  before: readonly Holding[],
  after: readonly Holding[],
): ReachChange[] {
  const had = byUnit(before)
  const has = byUnit(after)
  return became.flatMap(({ unit, into }) => {
    const old = had.get(unit) ?? new Map<string, Holding>()
    const targets = into.length > 0 ? into : [null]
    return targets.flatMap((target) => {
      const now = (target !== null && has.get(target)) || new Map<string, Holding>()
      const change = (effect: 'loses' | 'gains') => (holding: Holding) => ({
        accountId: holding.accountId,
        role: holding.role,
        effect,
        unit,
        into: target,
        own: holding.distance === 0,
      })
      return [
        ...[...old].filter(([key]) => !now.has(key)).map(([, holding]) => change('loses')(holding)),
        ...[...now].filter(([key]) => !old.has(key)).map(([, holding]) => change('gains')(holding)),
      ]
    })
  })
}

const byUnit = (holdings: readonly Holding[]): Map<number, Map<string, Holding>> => {
  const limited = holdings.filter(({ distance }) => distance !== null)
  return new Map(
    [...Map.groupBy(limited, ({ unitId }) => unitId)].map(([unit, list]) => [
      unit,
      new Map(list.map((holding) => [`${holding.accountId} ${holding.role}`, holding])),
    ]),
  )
}
