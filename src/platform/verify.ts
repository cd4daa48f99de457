import type { Db } from './db/db.ts'
import type { House } from './db/house.ts'

/** One thing that must hold in the data, recomputed from what it is made of. A module exports its checks. */
export type Check = {
  /** As `songma verify` prints it: `rollups`, `audit`, `succession`. */
  name: string
  /** `checked` counts what was compared; each difference names its place and both values, the first hundred of them. */
  run(db: Db): Promise<{ checked: number; differences: object[] }>
}

/** The JSON form of design.md §6. */
export type Verification = {
  ok: boolean
  checks: { name: string; ok: boolean; checked: number; differences: object[] }[]
}

/**
 * Runs the checks one after the other, all on the same snapshot, so that a write in between is not a difference.
 *
 * @param before told each check's name as it begins.
 */
export async function verify(
  house: House,
  checks: readonly Check[],
  before: (name: string) => void = () => {},
): Promise<Verification> {
  return house.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => {
      const results: Verification['checks'] = []
      for (const check of checks) {
        before(check.name)
        const { checked, differences } = await check.run(db)
        results.push({ name: check.name, ok: differences.length === 0, checked, differences })
      }
      return { ok: results.every((result) => result.ok), checks: results }
    })
}
