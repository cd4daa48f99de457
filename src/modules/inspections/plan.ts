// Planning whom to visit, and closing an inspection when all that was found has been seen to.

import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { listUnitNames, reaches, unitByCode } from '#modules/organisation/index.ts'
import { listProgrammesEver } from '#modules/programmes/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { InspectionChange, InspectionDraft, PlannedVisit } from './api/plan.ts'
import { InspectionProblem } from './problems.ts'
import { judgeFinding, keepsOpen } from './rules/finding.ts'
import { listFindingsOf } from './store/findings.ts'
import {
  type Doing,
  findDirective,
  findInspection,
  type InspectionRow,
  insertInspection,
  lockInspection,
  markChanged,
  markClosed,
} from './store/inspections.ts'
import {
  deleteVisits,
  insertVisits,
  listVisitsOf,
  type NewVisit,
  replanVisit,
  type VisitRow,
} from './store/visits.ts'
import { factsOf } from './tell.ts'

/** A change to an inspection, for the audit log. */
export type Planned = { before: InspectionRow | null; after: InspectionRow; visits: object }

/** Of whoever holds the code, or held it last. @throws inspection.unitNotFound */
export async function unitAsked(db: Db, code: string): Promise<number> {
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: OPEN_END })
  if (!unit) throw InspectionProblem.unitNotFound({ code })
  return unit.id
}

/** @throws inspection.notFound */
export async function getInspection(db: Db, id: number): Promise<InspectionRow> {
  const row = await findInspection(db, id)
  if (!row) throw InspectionProblem.notFound()
  return row
}

export const etagOf = ({ revision }: { revision: number }): string => `"${revision}"`

/** @param ifMatch the entity tag that the writer saw; undefined writes onto whatever is there. */
export const isStale = (row: { revision: number }, ifMatch: string | undefined): boolean =>
  ifMatch !== undefined && ifMatch !== '*' && ifMatch.replace(/^W\//, '') !== etagOf(row)

/**
 * Plans an inspection that a directive orders.
 *
 * @throws inspection.unitNotFound, inspection.directiveNotFound, inspection.refused with a fault for each visit that
 * cannot be: a unit that is not there on its day or not below the one whose inspection it is, an unknown programme.
 */
export async function planInspection(tx: Tx, draft: InspectionDraft, doing: Doing): Promise<Planned> {
  const ownerId = await unitAsked(tx, draft.unit)
  const directiveId = Number(draft.directive)
  if (!(await findDirective(tx, directiveId))) throw InspectionProblem.directiveNotFound()
  const visits = await placeVisits(tx, ownerId, draft.visits)
  const [owner] = await listUnitNames(tx, [ownerId], doing.today)
  const { name, purpose, startsOn, endsOn } = draft
  const head = { name, purpose, startsOn, endsOn, directiveId, ownerId }
  const id = await insertInspection(tx, { ...head, ownerCode: owner!.code, ownerName: owner!.name }, doing)
  await insertVisits(tx, id, visits)
  return { before: null, after: await getInspection(tx, id), visits: tellPlan(visits) }
}

/**
 * Puts another plan in the place of what stood. Visits that were recorded stay as they are, named or not.
 *
 * @throws inspection.notFound, .closed, .stale, .refused
 */
export async function changeInspection(
  tx: Tx,
  draft: InspectionChange,
  doing: Doing & { ifMatch?: string | undefined },
): Promise<Planned> {
  const before = await getOpen(tx, Number(draft.id), doing.ifMatch)
  const there = new Map((await listVisitsOf(tx, before.id)).map((visit) => [String(visit.id), visit]))
  const unknown = draft.visits.flatMap(({ id }, n): Fault[] =>
    id === undefined || there.has(id) ? [] : [{ path: `visits.${n}.id`, code: 'inspection.visitNotFound' }],
  )
  if (unknown.length > 0) throw InspectionProblem.refused({}, unknown)
  const visits = await placeVisits(tx, before.ownerId, draft.visits, isDone(there))

  if (!(await markChanged(tx, before.id, before.revision, draft))) throw InspectionProblem.stale()
  const named = new Set(draft.visits.map(({ id }) => id))
  await deleteVisits(
    tx,
    [...there.values()].filter(({ id }) => !named.has(String(id))).map(({ id }) => id),
  )
  for (const [n, { id }] of draft.visits.entries())
    if (id !== undefined) await replanVisit(tx, Number(id), visits[n]!)
  await insertVisits(
    tx,
    before.id,
    visits.filter((_, n) => draft.visits[n]!.id === undefined),
  )
  return { before, after: await getInspection(tx, before.id), visits: tellPlan(visits) }
}

const isDone =
  (there: ReadonlyMap<string, VisitRow>) =>
  ({ id }: PlannedVisit): boolean =>
    id !== undefined && (there.get(id)?.visitedOn ?? null) !== null

/** Each visit with its unit as it is called on that day. Those that are over are not judged again. */
async function placeVisits(
  tx: Tx,
  ownerId: number,
  visits: readonly PlannedVisit[],
  isOver: (visit: PlannedVisit) => boolean = () => false,
): Promise<NewVisit[]> {
  const slugs = new Set((await listProgrammesEver(tx)).map(({ slug }) => slug))
  const faults: Fault[] = []
  const placed: NewVisit[] = []
  for (const [n, visit] of visits.entries()) {
    const { unit: code, programme, site, plannedOn, inspectors, cancelledBecause } = visit
    const unit = await unitByCode(tx, code, { startsOn: plannedOn, endsOn: plannedOn })
    const isBelow = unit !== undefined && (await reaches(tx, [ownerId], unit.id, plannedOn))
    const fault = (member: string, said: string): void => {
      if (!isOver(visit))
        faults.push({ path: `visits.${n}.${member}`, code: said, details: { code, on: plannedOn } })
    }
    if (!unit) fault('unit', 'inspection.unitNotThere')
    else if (!isBelow) fault('unit', 'inspection.unitOutside')
    if (programme !== null && !slugs.has(programme)) fault('programme', 'inspection.programmeNotFound')
    const [named] = unit ? await listUnitNames(tx, [unit.id], plannedOn) : []
    const called = { unitId: unit?.id ?? ownerId, unitCode: code, unitName: named?.name ?? code }
    placed.push({ ...called, programme, site, plannedOn, inspectors, cancelledBecause })
  }
  if (faults.length > 0) throw InspectionProblem.refused({}, faults)
  return placed
}

const tellPlan = (visits: readonly NewVisit[]) =>
  visits.map(({ unitCode, site, plannedOn, cancelledBecause }) => ({
    unit: unitCode,
    ...(site && { site }),
    plannedOn,
    ...(cancelledBecause && { cancelledBecause }),
  }))

/** @throws inspection.notFound, .closed, .stale */
async function getOpen(tx: Tx, id: number, ifMatch: string | undefined): Promise<InspectionRow> {
  await lockInspection(tx, id)
  const row = await getInspection(tx, id)
  if (row.closedAt) throw InspectionProblem.closed()
  if (isStale(row, ifMatch)) throw InspectionProblem.stale()
  return row
}

/**
 * Closes an inspection with what came of it.
 *
 * @throws inspection.notFound, .closed, .stale; inspection.open while a visit is to come or something found is not
 * mended (a remark of which no duty was made may be left)
 */
export async function closeInspection(
  tx: Tx,
  { id, conclusion }: { id: number; conclusion: string },
  doing: Doing & { ifMatch?: string | undefined },
): Promise<Planned> {
  const before = await getOpen(tx, id, doing.ifMatch)
  const all = await listVisitsOf(tx, id)
  const visits = all.filter(({ visitedOn, cancelledBecause }) => !visitedOn && !cancelledBecause).length
  const found = await listFindingsOf(
    tx,
    all.map((visit) => visit.id),
  )
  const findings = found.filter((row) =>
    keepsOpen({ state: judgeFinding(factsOf(row), doing.today).state, severity: row.severity }),
  ).length
  if (visits + findings > 0) throw InspectionProblem.open({ visits, findings })
  if (!(await markClosed(tx, id, before.revision, conclusion, doing))) throw InspectionProblem.stale()
  return {
    before,
    after: await getInspection(tx, id),
    visits: { all: all.length, findings: found.length },
  }
}
