import type { Db } from '#platform/db/db.ts'
import type { Check } from '#platform/verify.ts'
import { identify } from './rules/identity.ts'
import { overlaps } from './rules/overlay.ts'
import { place } from './rules/place.ts'
import { resolve } from './rules/resolve.ts'
import { knownOf } from './store/known.ts'
import { readAll } from './store/snapshot.ts'
import { differencesOfTree } from './store/unit-tree.ts'

/** How many differences are listed. */
const LISTED = 100

/**
 * Who is who, who stood under whom and what passed to whom, decided again from the stored states and
 * successions: shares come to 1 for each predecessor, no two states of a unit overlap, and the tree is what
 * the states give.
 */
export const successionCheck: Check = { name: 'succession', run }
export const organisationChecks: readonly Check[] = [successionCheck]

async function run(db: Db): Promise<{ checked: number; differences: object[] }> {
  const stored = await readAll(db)
  const { units, states, successions } = knownOf(stored)
  const identities = identify(states, successions)
  const { faults } = place(states, identities)
  const { faults: successionFaults } = resolve(successions, identities)

  const differences = [
    ...overlaps(states).map(({ first, second }) => ({ difference: 'overlap', first, second })),
    ...faults.map(({ state, code, day }) => ({ difference: code, state, day })),
    ...successionFaults.map(({ code, ...fault }) => ({ difference: code, ...fault })),
    ...units
      .filter(({ code, beginsOn, endsOn }) => {
        const identity = identities.on(code, beginsOn)
        return identity?.from !== beginsOn || identity.to !== endsOn
      })
      .map((unit) => ({ difference: 'life', unit })),
    ...(await differencesOfTree(db)),
  ]
  return {
    checked: units.length + states.length + successions.length,
    differences: differences.slice(0, LISTED),
  }
}
