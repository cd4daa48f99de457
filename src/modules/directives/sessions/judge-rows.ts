// What may be recorded of the rows of a sheet, and what is wrong with the others: each row by itself, against the
// register, the units of its day, the sheet's other rows, and what is recorded already.

import type { Day } from '#kernel/day.ts'
import { listUnitNames, loadCodes } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { findFiles } from '#platform/files/kept/store.ts'
import { faultOf } from '#platform/http/fault.ts'
import type { Fault } from '#platform/http/problem.ts'
import { SessionDraft, type SheetRow } from '../api/sessions.ts'
import { judgeDay, sameSession } from '../rules/sessions.ts'
import { findRecorded, type NewSession, type Studied } from '../store/sessions.ts'
import { fault } from './faults.ts'

/** Paths of faults are within the row. */
export type Judged = { row: number; session: NewSession } | { row: number; faults: Fault[] }

export type Judging = {
  directive: Studied
  today: Day
  /** Whether the caller may record sessions of a unit. */
  mayAt(unitId: number): Promise<boolean>
}

type Placed = { row: number; draft: SessionDraft; unitId: number }
const isPlaced = (one: Placed | Judged): one is Placed => 'draft' in one

/** One answer for each row, in their order. */
export async function judgeRows(db: Db, rows: readonly SheetRow[], judging: Judging): Promise<Judged[]> {
  const placed = await placeRows(db, rows, judging)
  const found = placed.filter(isPlaced)
  const doubles = await findDoubles(db, found, judging.directive)
  const strayed = await findStrayed(db, found)
  const names = await nameUnits(db, found)
  return placed.map((one) => {
    if (!isPlaced(one)) return one
    const faults = [...(doubles.get(one.row) ?? []), ...(strayed.get(one.row) ?? [])]
    if (faults.length > 0) return { row: one.row, faults }
    const { unitId, draft } = one
    const unitName = names.get(`${unitId} ${draft.heldOn}`)!
    return { row: one.row, session: { ...draft, unitId, unitCode: draft.unit, unitName } }
  })
}

/** Whose each row is, and whether it can have been held then. */
async function placeRows(db: Db, rows: readonly SheetRow[], judging: Judging): Promise<(Placed | Judged)[]> {
  const codes = await loadCodes(db)
  const allowed = new Map<number, boolean>()
  const placed: (Placed | Judged)[] = []
  for (const [row, typed] of rows.entries()) {
    const parsed = SessionDraft.safeParse(typed, { reportInput: true })
    if (!parsed.success) {
      placed.push({ row, faults: parsed.error.issues.map(faultOf) })
      continue
    }
    const { heldOn, unit } = parsed.data
    const wrong = judgeDay(heldOn, judging.directive.issuedOn, judging.today)
    const unitId = codes.find(unit, { startsOn: heldOn, endsOn: heldOn })
    if (unitId !== undefined && !allowed.has(unitId)) allowed.set(unitId, await judging.mayAt(unitId))
    const faults = [
      ...(wrong ? [fault('heldOn', wrong, { issuedOn: judging.directive.issuedOn })] : []),
      ...(unitId === undefined ? [fault('unit', 'unitNotFound', { code: unit, on: heldOn })] : []),
      ...(unitId !== undefined && !allowed.get(unitId) ? [fault('unit', 'outside', { code: unit })] : []),
    ]
    placed.push(faults.length > 0 ? { row, faults } : { row, draft: parsed.data, unitId: unitId! })
  }
  return placed
}

/** Rows that tell of a session that stands already, or that an earlier row tells of. */
async function findDoubles(
  db: Db,
  placed: readonly Placed[],
  directive: Studied,
): Promise<Map<number, Fault[]>> {
  const keyOf = ({ unitId, draft }: Placed) => sameSession(unitId, draft.heldOn, draft.cell)
  const places = placed.map(({ unitId, draft }) => ({ unitId, heldOn: draft.heldOn }))
  const recorded = new Set(
    (await findRecorded(db, directive.id, places)).map((s) => sameSession(s.unitId, s.heldOn, s.cell)),
  )
  const first = new Map<string, number>()
  const doubles = new Map<number, Fault[]>()
  for (const one of placed) {
    const key = keyOf(one)
    if (recorded.has(key)) doubles.set(one.row, [fault('cell', 'recorded')])
    else if (first.has(key))
      doubles.set(one.row, [fault('cell', 'twice', { row: String(first.get(key)! + 1) })])
    else first.set(key, one.row)
  }
  return doubles
}

/** Rows with files that are not there, or that are another unit's. */
async function findStrayed(db: Db, placed: readonly Placed[]): Promise<Map<number, Fault[]>> {
  const files = await findFiles(
    db,
    placed.flatMap(({ draft }) => draft.files),
  )
  return new Map(
    placed
      .filter(({ unitId, draft }) => draft.files.some((id) => files.get(id)?.unitId !== unitId))
      .map(({ row }) => [row, [fault('files', 'file')]]),
  )
}

/** What each unit was called on its day, by `id day`. */
async function nameUnits(db: Db, placed: readonly Placed[]): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const [day, there] of Map.groupBy(placed, ({ draft }) => draft.heldOn)) {
    const ids = [...new Set(there.map(({ unitId }) => unitId))]
    for (const { id, name } of await listUnitNames(db, ids, day)) names.set(`${id} ${day}`, name)
  }
  return names
}
