import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { onConstraint } from '#platform/db/errors.ts'
import type { FilePosition } from '#platform/files/api.ts'
import type { VisitDraft } from '../api/visits.ts'
import { InspectionProblem } from '../problems.ts'
import type { VisitState } from '../schema.ts'
import type { Doing } from './inspections.ts'
import { isOpen, visitDay, visitsBelow, withRecheck } from './reach.ts'

export type VisitRow = {
  id: number
  inspectionId: number
  inspectionName: string
  directiveId: number
  number: string
  excerpt: string
  isClosed: boolean
  unitId: number
  unitCode: string
  unitName: string
  programme: string | null
  site: string
  plannedOn: Day
  inspectors: string[]
  cancelledBecause: string | null
  visitedOn: Day | null
  place: string
  position: FilePosition | null
  team: string[]
  met: string[]
  summary: string
  files: string[]
  revision: number
  recordedBy: string | null
  recordedFor: string | null
  recordedAt: Date | null
  day: Day
  findings: number
  open: number
}

const COLUMNS = sql`
  v.id, v.inspection_id as "inspectionId", i.name as "inspectionName", i.directive_id as "directiveId", n.number,
  n.excerpt, i.closed_at is not null as "isClosed", v.unit_id as "unitId", v.unit_code as "unitCode",
  v.unit_name as "unitName", v.programme, v.site, v.planned_on as "plannedOn", v.inspectors,
  v.cancelled_because as "cancelledBecause", v.visited_on as "visitedOn", v.place,
  case when v.latitude is null then null else
    jsonb_build_object('lat', v.latitude, 'lon', v.longitude, 'accuracyM', v.accuracy_m) end as position,
  v.team, v.met, v.summary, v.files, v.revision, v.recorded_by as "recordedBy", v.recorded_for as "recordedFor",
  v.recorded_at as "recordedAt", ${visitDay} as day,
  (select count(*)::int from inspection_findings f where f.visit_id = v.id) as findings,
  (select count(*)::int from inspection_findings f ${withRecheck} where f.visit_id = v.id and ${isOpen}) as open`
const FROM = sql`
  inspection_visits v
  join inspections i on i.id = v.inspection_id
  join directive_names n on n.directive_id = i.directive_id`

export async function findVisit(db: Db, id: number): Promise<VisitRow | undefined> {
  const { rows } = await sql<VisitRow>`select ${COLUMNS} from ${FROM} where v.id = ${id}`.execute(db)
  return rows[0]
}

/** Of one inspection, by their day. @param unitId only those below this unit; null: all. */
export async function listVisitsOf(
  db: Db,
  inspectionId: number,
  unitId: number | null = null,
): Promise<VisitRow[]> {
  const { rows } = await sql<VisitRow>`
    select ${COLUMNS} from ${FROM}
     where v.inspection_id = ${inspectionId} ${unitId === null ? sql`` : sql`and ${visitsBelow(unitId)}`}
     order by ${visitDay}, v.id`.execute(db)
  return rows
}

const STATES: Record<VisitState, RawBuilder<unknown>> = {
  planned: sql`v.visited_on is null and v.cancelled_because is null and i.closed_at is null`,
  recorded: sql`v.visited_on is not null`,
  cancelled: sql`v.cancelled_because is not null`,
}

/** Those to come from the earliest, else the latest first. @param after day and id of the last of the page before. */
export async function listVisits(
  db: Db,
  unitId: number,
  state: VisitState,
  { after, limit }: { after: { day: Day; id: number } | null; limit: number },
): Promise<VisitRow[]> {
  const isToCome = state === 'planned'
  const beyond = isToCome ? sql`>` : sql`<`
  const order = isToCome ? sql`${visitDay}, v.id` : sql`${visitDay} desc, v.id desc`
  const { rows } = await sql<VisitRow>`
    select ${COLUMNS} from ${FROM}
     where ${STATES[state]} and ${visitsBelow(unitId)}
       ${after === null ? sql`` : sql`and (${visitDay}, v.id) ${beyond} (${after.day}::date, ${after.id}::bigint)`}
     order by ${order} limit ${limit}`.execute(db)
  return rows
}

export type NewVisit = Pick<
  VisitRow,
  'unitId' | 'unitCode' | 'unitName' | 'programme' | 'site' | 'plannedOn' | 'inspectors' | 'cancelledBecause'
>
onConstraint('inspection_visits_programme_fkey', () => InspectionProblem.refused())

const columnsOf = (v: NewVisit) => ({
  unit_id: v.unitId,
  unit_code: v.unitCode,
  unit_name: v.unitName,
  programme: v.programme,
  site: v.site,
  planned_on: v.plannedOn,
  inspectors: JSON.stringify(v.inspectors),
  cancelled_because: v.cancelledBecause,
})

/** In the order given. */
export async function insertVisits(
  tx: Tx,
  inspectionId: number,
  visits: readonly NewVisit[],
): Promise<number[]> {
  if (visits.length === 0) return []
  const rows = await tx
    .insertInto('inspection_visits')
    .values(visits.map((v) => ({ inspection_id: inspectionId, ...columnsOf(v) })))
    .returning('id')
    .execute()
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

/** Plans a visit anew; one that was recorded meanwhile stays as it is. */
export async function replanVisit(tx: Tx, id: number, visit: NewVisit): Promise<void> {
  await tx
    .updateTable('inspection_visits')
    .set((eb) => ({ ...columnsOf(visit), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('visited_on', 'is', null)
    .execute()
}

export async function deleteVisits(tx: Tx, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .deleteFrom('inspection_visits')
    .where('id', 'in', [...ids])
    .where('visited_on', 'is', null)
    .execute()
}

/** Writes down what the visit was; false when somebody else recorded, changed or cancelled it since `revision`. */
export async function markRecorded(
  tx: Tx,
  id: number,
  revision: number,
  v: Omit<VisitDraft, 'findings'> & { unitCode: string; unitName: string },
  who: Doing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inspection_visits')
    .set({
      unit_code: v.unitCode,
      unit_name: v.unitName,
      visited_on: v.visitedOn,
      place: v.place,
      latitude: v.position ? v.position.lat.toFixed(6) : null,
      longitude: v.position ? v.position.lon.toFixed(6) : null,
      accuracy_m: v.position ? String(v.position.accuracyM) : null,
      team: JSON.stringify(v.team),
      met: JSON.stringify(v.met),
      summary: v.summary,
      files: JSON.stringify(v.files),
      recorded_by: who.by,
      recorded_for: who.onBehalfOf ?? null,
      recorded_at: who.at,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('cancelled_because', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
