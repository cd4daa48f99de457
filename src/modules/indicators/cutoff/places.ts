// Which unit and period a cut-off question is about, and which units it touches.

import type { Period } from '#kernel/period.ts'
import { listUnitNames, loadTree, placeDay, type Tree, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { PeriodProblem, ReportProblem, UnitProblem } from '../problems.ts'
import { readPeriod } from '../roll-up.ts'
import { type Form, findForm } from '../store/forms.ts'

/** A unit in the tree in which it stands on the period's last day, or stood last. */
export type Ground = { unitId: number; period: Period; tree: Tree }

/** A period in which something is reported. */
export function readReportPeriod(code: string): Period {
  const period = readPeriod(code)
  if (period.kind === 'term') throw PeriodProblem.malformed({ code })
  return period
}

/** @throws unit.notFound, period.malformed */
export async function groundOf(db: Db, unit: string, periodCode: string): Promise<Ground> {
  const period = readReportPeriod(periodCode)
  const found = await unitByCode(db, unit, period)
  if (!found) throw UnitProblem.notFound({ code: unit, on: period.endsOn })
  const tree = await loadTree(db, placeDay(found, period.endsOn))
  if (!tree.units.has(found.id)) throw UnitProblem.notFound({ code: unit, on: period.endsOn })
  return { unitId: found.id, period, tree }
}

/** The form, if it is one of that period. @throws report.formNotFound, report.wrongFrequency */
export async function formOf(db: Db, code: string, period: Period): Promise<Form> {
  const form = await findForm(db, code)
  if (!form) throw ReportProblem.formNotFound({ form: code })
  if (form.frequency !== period.kind)
    throw ReportProblem.wrongFrequency({ form: code, unit: '', period: period.code })
  return form
}

/** Those that are to report: the units below it that have nobody below, or itself. In the order of the tree. */
export const expectedUnits = (tree: Tree, unitId: number): number[] =>
  tree.subtree(unitId).filter((id) => tree.isLeaf(id))

/** The unit, all above it, and all below it. */
export const touching = (tree: Tree, unitId: number): number[] => [
  ...lineOf(tree, unitId).slice(1),
  ...tree.subtree(unitId),
]

/** The unit and all above it, itself first. */
export function lineOf(tree: Tree, unitId: number): number[] {
  const line: number[] = []
  for (let at: number | null = unitId; at !== null; at = tree.parent(at)) line.push(at)
  return line
}

/** Units by id as they were called on a day. */
export async function namesOn(db: Db, ids: readonly number[], day: string) {
  const names = await listUnitNames(db, [...new Set(ids)], day)
  return new Map(names.map(({ id, code, name }) => [id, { id: String(id), code, name }]))
}
