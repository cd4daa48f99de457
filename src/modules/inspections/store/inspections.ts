import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { isOpen, isOverdue, visitsBelow, withDuty, withRecheck } from './reach.ts'

/** Who writes, for whom when they act for somebody, and when; `today` is the day of `at` in Vietnam. */
export type Doing = { by: string; onBehalfOf?: string | null; at: Date; today: Day }

export type InspectionRow = {
  id: number
  name: string
  purpose: string
  ownerId: number
  ownerCode: string
  ownerName: string
  directiveId: number
  number: string
  excerpt: string
  startsOn: Day
  endsOn: Day
  revision: number
  conclusion: string | null
  closedBy: string | null
  closedFor: string | null
  closedAt: Date | null
}

const COLUMNS = sql`
  i.id, i.name, i.purpose, i.owner_id as "ownerId", i.owner_code as "ownerCode", i.owner_name as "ownerName",
  i.directive_id as "directiveId", n.number, n.excerpt, i.starts_on as "startsOn", i.ends_on as "endsOn", i.revision,
  i.conclusion, i.closed_by as "closedBy", i.closed_for as "closedFor", i.closed_at as "closedAt"`
const FROM = sql`inspections i join directive_names n on n.directive_id = i.directive_id`

export async function findInspection(db: Db, id: number): Promise<InspectionRow | undefined> {
  const { rows } = await sql<InspectionRow>`select ${COLUMNS} from ${FROM} where i.id = ${id}`.execute(db)
  return rows[0]
}

/** The latest first. @param after day and id of the last one of the page before. */
export async function listInspections(
  db: Db,
  unitId: number,
  { after, limit }: { after: { day: Day; id: number } | null; limit: number },
): Promise<InspectionRow[]> {
  const { rows } = await sql<InspectionRow>`
    select ${COLUMNS} from ${FROM}
     where (i.owner_id = ${unitId}
            or exists (select from inspection_visits v where v.inspection_id = i.id and ${visitsBelow(unitId)}))
       ${after === null ? sql`` : sql`and (i.starts_on, i.id) < (${after.day}::date, ${after.id}::bigint)`}
     order by i.starts_on desc, i.id desc limit ${limit}`.execute(db)
  return rows
}

export type InspectionCounts = {
  id: number
  visits: { all: number; recorded: number; cancelled: number }
  findings: { all: number; open: number; overdue: number }
}

/** By inspection, of the visits below a unit (null: of all). */
export async function countInspections(
  db: Db,
  ids: readonly number[],
  unitId: number | null,
  today: Day,
): Promise<Map<number, InspectionCounts>> {
  const { rows } = await sql<InspectionCounts>`
    with reached as materialized (
      select v.id, v.inspection_id, v.visited_on, v.cancelled_because from inspection_visits v
       where v.inspection_id = any(${[...ids]}::bigint[]) ${unitId === null ? sql`` : sql`and ${visitsBelow(unitId)}`}),
    found as (
      select reached.inspection_id, count(*)::int as all, count(*) filter (where ${isOpen})::int as open,
             count(*) filter (where ${isOverdue(today)})::int as overdue
        from reached join inspection_findings f on f.visit_id = reached.id ${withDuty} ${withRecheck}
       group by reached.inspection_id),
    visited as (
      select inspection_id, count(*)::int as all, count(visited_on)::int as recorded,
             count(cancelled_because)::int as cancelled
        from reached group by inspection_id)
    select i.id,
           jsonb_build_object('all', coalesce(visited.all, 0), 'recorded', coalesce(visited.recorded, 0),
                              'cancelled', coalesce(visited.cancelled, 0)) as visits,
           jsonb_build_object('all', coalesce(found.all, 0), 'open', coalesce(found.open, 0),
                              'overdue', coalesce(found.overdue, 0)) as findings
      from inspections i
      left join visited on visited.inspection_id = i.id
      left join found on found.inspection_id = i.id
     where i.id = any(${[...ids]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The number of a directive of the register; undefined when it holds none. */
export async function findDirective(db: Db, id: number): Promise<string | undefined> {
  const { rows } = await sql<{ number: string }>`
    select number from directive_names where directive_id = ${id}`.execute(db)
  return rows[0]?.number
}

export type NewInspection = Pick<
  InspectionRow,
  'name' | 'purpose' | 'ownerId' | 'ownerCode' | 'ownerName' | 'directiveId' | 'startsOn' | 'endsOn'
>

export async function insertInspection(tx: Tx, row: NewInspection, who: Doing): Promise<number> {
  const { id } = await tx
    .insertInto('inspections')
    .values({
      directive_id: row.directiveId,
      owner_id: row.ownerId,
      owner_code: row.ownerCode,
      owner_name: row.ownerName,
      name: row.name,
      purpose: row.purpose,
      starts_on: row.startsOn,
      ends_on: row.endsOn,
      planned_by: who.by,
      planned_for: who.onBehalfOf ?? null,
      planned_at: who.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when it was changed or closed since `revision`. */
export async function markChanged(
  tx: Tx,
  id: number,
  revision: number,
  head: Pick<InspectionRow, 'name' | 'purpose' | 'startsOn' | 'endsOn'>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inspections')
    .set({
      name: head.name,
      purpose: head.purpose,
      starts_on: head.startsOn,
      ends_on: head.endsOn,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** False when it was changed or closed since `revision`. */
export async function markClosed(
  tx: Tx,
  id: number,
  revision: number,
  conclusion: string,
  who: Doing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('inspections')
    .set({
      conclusion,
      closed_by: who.by,
      closed_for: who.onBehalfOf ?? null,
      closed_at: who.at,
      revision: revision + 1,
    })
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('closed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The inspection, this transaction's own until it ends: nothing is added to one that is being closed. */
export async function lockInspection(tx: Tx, id: number): Promise<void> {
  await tx.selectFrom('inspections').select('id').where('id', '=', id).forUpdate().execute()
}
