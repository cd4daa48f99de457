// Writes what a plan comes to: only what differs from what is stored, in few statements however many rows.

import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import type { Identity } from '../rules/identity.ts'
import type { Plan } from '../rules/plan.ts'
import type { State, SuccessionRow } from '../schema.ts'
import { tellTreeListeners } from './listeners.ts'
import { bumpRevision } from './revision.ts'
import { deleteRows, insertRows, learnSizes } from './rows.ts'
import type { Snapshot } from './snapshot.ts'
import { refreshTree } from './unit-tree.ts'
import { deleteUnits, upsertUnits } from './units.ts'

type AnyPlan = Pick<Plan<State, SuccessionRow>, 'identities' | 'placed' | 'resolved' | 'unitOf'>

/**
 * Makes the stored units those of the plan, which was made from `before`. Writes nothing when they are
 * already.
 */
export async function writePlan(tx: Tx, before: Snapshot, plan: AnyPlan): Promise<void> {
  const ids = await giveIds(tx, plan)
  const units = difference(storedUnits(before), plannedUnits(plan, ids))
  const states = difference(storedStates(before), plannedStates(plan, ids))
  const links = difference(storedLinks(before), plannedLinks(plan, ids))
  if (units.size + states.size + links.size === 0) return

  await deleteRows(tx, 'successions', ['old_unit_id', 'new_unit_id', 'on_date'], links.gone)
  await deleteRows(tx, 'unit_states', ['unit_id', 'hierarchy', 'valid_from'], states.gone)
  await upsertUnits(tx, units.come)
  await insertRows(tx, 'unit_states', states.come)
  await insertRows(tx, 'successions', links.come)
  await learnSizes(tx, states.come.length)
  await refreshTree(tx, unitsOf([...states.gone, ...states.come]))
  const kept = new Set(units.come.map((unit) => unit.id))
  await deleteUnits(
    tx,
    units.gone.map((unit) => unit.id).filter((id) => !kept.has(id)),
  )
  await bumpRevision(tx)
  await tellTreeListeners(tx)
}

const unitsOf = (states: readonly { unit_id: number }[]): number[] => [
  ...new Set(states.map((s) => s.unit_id)),
]

async function giveIds(tx: Tx, { identities, unitOf }: AnyPlan): Promise<Map<Identity, number>> {
  const fresh = identities.filter((identity) => !unitOf.has(identity))
  const { rows } = await sql<{ id: number }>`
    select nextval(pg_get_serial_sequence('units', 'id')) as id
    from generate_series(1, ${fresh.length}::int)`.execute(tx)
  return new Map([
    ...[...unitOf].map(([identity, unit]) => [identity, unit.id] as const),
    ...fresh.map((identity, i) => [identity, rows[i]!.id] as const),
  ])
}

type Rows<T> = Map<string, T>
const keyed = <T>(rows: readonly T[], key: (row: T) => string): Rows<T> =>
  new Map(rows.map((row) => [key(row), row]))

/** Rows that are stored and not wanted, and wanted and not stored; a row that changed is both. */
function difference<T>(stored: Rows<T>, wanted: Rows<T>): { gone: T[]; come: T[]; size: number } {
  const differs = (row: T, other: T | undefined) => JSON.stringify(row) !== JSON.stringify(other)
  const gone = [...stored].filter(([key, row]) => differs(row, wanted.get(key))).map(([, row]) => row)
  const come = [...wanted].filter(([key, row]) => differs(row, stored.get(key))).map(([, row]) => row)
  return { gone, come, size: gone.length + come.length }
}

type UnitRow = { id: number; begins_on: string; ends_on: string }
const unitKey = (row: UnitRow) => String(row.id)
const storedUnits = ({ lives }: Snapshot) =>
  keyed(
    [...lives].map(([id, life]) => ({ id, begins_on: life.beginsOn, ends_on: life.endsOn })),
    unitKey,
  )
const plannedUnits = ({ identities }: AnyPlan, ids: Map<Identity, number>) =>
  keyed(
    identities.map((identity) => ({
      id: ids.get(identity)!,
      begins_on: identity.from,
      ends_on: identity.to,
    })),
    unitKey,
  )

type StateRow = ReturnType<typeof stateRow>
const stateKey = (row: StateRow) => `${row.unit_id} ${row.hierarchy} ${row.valid_from}`
const stateRow = (unitId: number, parentId: number | null, state: Omit<State, 'parentCode'>) => ({
  unit_id: unitId,
  hierarchy: state.hierarchy,
  code: state.code,
  name: state.name,
  name_en: state.nameEn,
  alt_names: state.altNames,
  kind: state.kind,
  parent_id: parentId,
  valid_from: state.from,
  valid_to: state.to,
})
const storedStates = ({ states }: Snapshot) =>
  keyed(
    states.map((state) => stateRow(state.unitId, state.parentId, state)),
    stateKey,
  )
const plannedStates = ({ placed }: AnyPlan, ids: Map<Identity, number>) =>
  keyed(
    placed.map((state) => stateRow(ids.get(state.unit)!, state.parent && ids.get(state.parent)!, state)),
    stateKey,
  )

type LinkRow = ReturnType<typeof linkRow>
const linkKey = (row: LinkRow) => `${row.old_unit_id} ${row.new_unit_id} ${row.on_date}`
const linkRow = (
  from: number,
  into: number,
  { date, share, kind, basis }: Omit<SuccessionRow, 'oldCode' | 'newCode'>,
) => ({
  old_unit_id: from,
  new_unit_id: into,
  on_date: date,
  share,
  kind,
  basis,
})
const storedLinks = ({ links }: Snapshot) =>
  keyed(
    links.map((link) => linkRow(link.from, link.into, link)),
    linkKey,
  )
const plannedLinks = ({ resolved }: AnyPlan, ids: Map<Identity, number>) =>
  keyed(
    resolved.map((succession) => linkRow(ids.get(succession.from)!, ids.get(succession.into)!, succession)),
    linkKey,
  )
