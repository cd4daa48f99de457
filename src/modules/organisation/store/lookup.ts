import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { buildCodes, type CodeFinder, type Days } from '../rules/codes.ts'
import { holds, nearestDay } from '../rules/spans.ts'
import { STATE, type UnitRef } from '../schema.ts'
import { loadSnapshot, recallSnapshot, remember, type Snapshot, type StoredState } from './snapshot.ts'

/** For files: finds units by code without asking the database again. */
export async function loadCodes(db: Db): Promise<CodeFinder> {
  return codesOf(await loadSnapshot(db))
}

function codesOf(snapshot: Snapshot): CodeFinder {
  return remember(snapshot, 'codes', () =>
    buildCodes(
      snapshot.states.map(({ code, hierarchy, unitId, from, to }) => ({
        code,
        hierarchy,
        unit: unitId,
        from,
        to,
      })),
    ),
  )
}

/**
 * The unit that held `code` on the last of `days`; when none did, the one that held it last inside them.
 * Without a hierarchy, in whichever tree it stands.
 */
export async function unitByCode(
  db: Db,
  code: string,
  days: Days,
  hierarchy?: string,
): Promise<UnitRef | undefined> {
  const snapshot = await loadSnapshot(db)
  const id = codesOf(snapshot).find(code, days, hierarchy)
  return id === undefined ? undefined : { id, code, ...snapshot.lives.get(id)! }
}

/**
 * Who held a code, as this process remembers it, and the revision of the units for which that is true. Asks nothing:
 * whoever uses it reads the revision along (the view `unit_revision`) and asks `unitByCode` when it is another one.
 */
export function recallUnitByCode(code: string, days: Days): { id: number; revision: number } | undefined {
  const snapshot = recallSnapshot()
  const id = snapshot && codesOf(snapshot).find(code, days)
  return snapshot && id !== undefined ? { id, revision: snapshot.revision } : undefined
}

/** A unit by its id; undefined when there is none. */
export async function findUnit(db: Db, id: number): Promise<UnitRef | undefined> {
  const snapshot = await loadSnapshot(db)
  const life = snapshot.lives.get(id)
  return life && { id, code: statesOf(snapshot, id)[0]!.code, ...life }
}

/**
 * What a unit was called and was on a day: on its last day when it ended before, on its first when it began
 * later. The `state` tree speaks first, where the unit stands in several. Throws for an id that is not a
 * unit.
 */
export async function unitStateOn(db: Db, id: number, day: Day): Promise<StoredState> {
  const state = findState(await loadSnapshot(db), id, day)
  if (!state) throw new Error(`There is no unit ${id}`)
  return state
}

/**
 * What units were called on a day, as `unitStateOn` says, in the order given; ids that are not units are left
 * out.
 */
export async function listUnitNames(
  db: Db,
  ids: readonly number[],
  day: Day,
): Promise<{ id: number; code: string; name: string; nameEn: string | null }[]> {
  const snapshot = await loadSnapshot(db)
  return ids.flatMap((id) => {
    const state = findState(snapshot, id, day)
    return state ? [{ id, code: state.code, name: state.name, nameEn: state.nameEn }] : []
  })
}

export function findState(snapshot: Snapshot, id: number, day: Day): StoredState | undefined {
  const life = snapshot.lives.get(id)
  if (!life) return undefined
  const there = statesOf(snapshot, id).filter((state) => holds(state, nearestDay(life, day)))
  return there.find((state) => state.hierarchy === STATE) ?? there[0]
}

/** All states of a unit, in the order of tree and time. */
export function statesOf(snapshot: Snapshot, id: number): readonly StoredState[] {
  const byUnit = remember(snapshot, 'states', () => Map.groupBy(snapshot.states, (state) => state.unitId))
  return byUnit.get(id) ?? []
}
