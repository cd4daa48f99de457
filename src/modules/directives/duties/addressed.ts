// Which units a duty is given to on its day, and whose office decides on it.

import { type Day, OPEN_START } from '#kernel/day.ts'
import { loadCodes, loadTree, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { type Address, addressUnits } from '../rules/address.ts'
import { listOutside } from '../store/duty-places.ts'
import { DutyProblem } from './problems.ts'

/** How units were chosen; the tree is that in which levels and what is below are meant. */
export type Addressing = { to: Address; hierarchy?: string; decider?: string | null }
export type Addressees = { unitIds: number[]; deciderId: number }

/** The unit that held a code on a day, or held it last before. @throws duty.unitNotFound */
export async function unitAsked(db: Db, code: string, on: Day): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: on })
  if (!unit) throw DutyProblem.unitNotFound({ code, on })
  return unit.id
}

const fault = (path: string, code: string, details: Record<string, string>): Fault => ({
  path,
  code,
  details,
})

/**
 * The units, each once, and the unit whose office decides: the one named; else the one below which they stand; else the
 * lowest that stands above all of a list.
 *
 * @throws duty.refused for codes that nobody held on the day, for units outside the decider's reach, and for a list
 * without one unit above it; duty.noUnits when nobody is addressed
 */
export async function findAddressees(
  db: Db,
  { to, hierarchy = 'state', decider = null }: Addressing,
  on: Day,
): Promise<Addressees> {
  const unitIds = to.by === 'list' ? await idsOf(db, to.units, on) : await idsBelow(db, to, hierarchy, on)
  if (unitIds.length === 0) throw DutyProblem.noUnits({ on })
  const deciderId = await deciderOf(db, { to, hierarchy, decider }, unitIds, on)
  const outside = await listOutside(db, deciderId, unitIds, on)
  if (outside.length > 0) {
    const tell = (code: string) => fault('to', 'duty.unitOutside', { code, on })
    throw DutyProblem.refused({}, outside.slice(0, 100).map(tell))
  }
  return { unitIds, deciderId }
}

async function idsOf(db: Db, codes: readonly string[], on: Day): Promise<number[]> {
  const finder = await loadCodes(db)
  const found = codes.map((code) => ({ code, id: finder.find(code, { startsOn: on, endsOn: on }) }))
  const unknown = found.filter(({ id }) => id === undefined)
  if (unknown.length > 0) {
    const tell = ({ code }: { code: string }) => fault('to.units', 'duty.unitNotFound', { code, on })
    throw DutyProblem.refused({}, unknown.slice(0, 100).map(tell))
  }
  return [...new Set(found.map(({ id }) => id!))]
}

async function idsBelow(db: Db, to: Address, hierarchy: string, on: Day): Promise<number[]> {
  const tree = await loadTree(db, on, hierarchy)
  const { units, unknown } = addressUnits([...tree.units.values()], to)
  if (unknown.length > 0)
    throw DutyProblem.refused({}, [fault('to.unit', 'duty.unitNotFound', { code: unknown[0]!, on })])
  return units.map(({ id }) => id)
}

async function deciderOf(
  db: Db,
  { to, hierarchy, decider }: Required<Addressing>,
  unitIds: readonly number[],
  on: Day,
): Promise<number> {
  if (decider !== null) return unitAsked(db, decider, on)
  if (to.by === 'below') return unitAsked(db, to.unit, on)
  const tree = await loadTree(db, on, hierarchy)
  const inTree = unitIds.every((id) => tree.units.has(id))
  const lowest = inTree ? tree.lowestCommon(unitIds) : null
  if (lowest === null) throw DutyProblem.refused({}, [fault('decider', 'duty.deciderNeeded', {})])
  return unitIds.includes(lowest) ? (tree.parent(lowest) ?? lowest) : lowest
}
