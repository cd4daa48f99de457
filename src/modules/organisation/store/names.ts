import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { loadSnapshot, remember } from './snapshot.ts'

/** What a unit was called and was from a day to a day, with the last name of what it stood under. */
export type UnitName = {
  unitId: number
  code: string
  name: string
  nameEn: string | null
  /** Other spellings, `|` between them. */
  altNames: string | null
  kind: string
  parent: string | null
  from: Day
  to: Day
}

/** Every name that any unit ever had, in any tree. The same list while nothing changes. */
export async function listNamesEver(db: Db): Promise<readonly UnitName[]> {
  const snapshot = await loadSnapshot(db)
  return remember(snapshot, 'names ever', () => {
    const lastName = new Map(snapshot.states.map(({ unitId, name }) => [unitId, name]))
    return snapshot.states.map(({ parentId, hierarchy: _, ...state }) => ({
      ...state,
      parent: parentId === null ? null : (lastName.get(parentId) ?? null),
    }))
  })
}
