import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { PARTICIPANTS, type Participants, type SessionForm } from '../schema.ts'

export type Reached = { kind: Participants; invited: number; attended: number }

export type SessionRow = {
  id: number
  directiveId: number
  number: string
  excerpt: string
  unitId: number
  unitCode: string
  unitName: string
  cell: string
  heldOn: Day
  form: SessionForm
  materials: string
  files: string[]
  attendance: Reached[]
  revision: number
  recordedBy: string
  recordedAt: Date
  withdrawnBy: string | null
  withdrawnAt: Date | null
  withdrawnBecause: string | null
}

const ORDER = sql`array_position(${[...PARTICIPANTS]}::text[], a.kind)`

const COLUMNS = sql`
  s.id, s.directive_id as "directiveId", d.number, d.excerpt, s.unit_id as "unitId", s.unit_code as "unitCode",
  s.unit_name as "unitName", s.cell, s.held_on as "heldOn", s.form, s.materials, s.files, s.revision,
  s.recorded_by as "recordedBy", s.recorded_at as "recordedAt", s.withdrawn_by as "withdrawnBy",
  s.withdrawn_at as "withdrawnAt", s.withdrawn_because as "withdrawnBecause",
  (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'invited', a.invited, 'attended', a.attended)
                             order by ${ORDER}), '[]')
     from study_attendance a where a.session_id = s.id) as attendance`

export async function findSession(db: Db, id: number): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select ${COLUMNS} from study_sessions s join directives d on d.id = s.directive_id where s.id = ${id}`.execute(
    db,
  )
  return rows[0]
}

export type SessionQuery = {
  unitId: number
  directiveId?: number | undefined
  from?: Day | undefined
  to?: Day | undefined
  withdrawn: boolean
}

/** Those of the unit and of all that stood below it, in any tree, on the day of the session. */
const asked = ({ unitId, directiveId, from, to, withdrawn }: SessionQuery): RawBuilder<unknown> => sql`
  s.unit_id = any(array(select distinct h.unit_id from unit_holders h where h.ancestor_id = ${unitId}))
  and exists (
    select from unit_holders h
     where h.unit_id = s.unit_id and h.ancestor_id = ${unitId} and s.held_on between h.valid_from and h.valid_to)
  ${directiveId === undefined ? sql`` : sql`and s.directive_id = ${directiveId}`}
  ${from === undefined ? sql`` : sql`and s.held_on >= ${from}::date`}
  ${to === undefined ? sql`` : sql`and s.held_on <= ${to}::date`}
  ${withdrawn ? sql`` : sql`and s.withdrawn_at is null`}`

/** The latest first. @param after day and id of the last one of the page before. */
export async function listSessions(
  db: Db,
  query: SessionQuery,
  { after, limit }: { after: { heldOn: Day; id: number } | null; limit: number },
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select ${COLUMNS} from study_sessions s join directives d on d.id = s.directive_id
     where ${asked(query)}
       ${after === null ? sql`` : sql`and (s.held_on, s.id) < (${after.heldOn}::date, ${after.id}::bigint)`}
     order by s.held_on desc, s.id desc limit ${limit}`.execute(db)
  return rows
}

export type Totals = { sessions: number; units: number; kinds: Reached[] }

/** Counted over all that the question finds; withdrawn ones are never counted. */
export async function sumSessions(db: Db, query: SessionQuery): Promise<Totals> {
  const found = sql`select s.id, s.unit_id from study_sessions s where ${asked({ ...query, withdrawn: false })}`
  const { rows } = await sql<Totals>`
    with found as materialized (${found})
    select (select count(*) from found)::int as sessions,
           (select count(distinct unit_id) from found)::int as units,
           (select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'invited', a.invited, 'attended', a.attended)
                                      order by ${ORDER}), '[]')
              from (select kind, sum(invited) as invited, sum(attended) as attended
                      from study_attendance where session_id in (select id from found) group by kind) a) as kinds`.execute(
    db,
  )
  return rows[0]!
}

export type Studied = { id: number; number: string; excerpt: string; issuedOn: Day }

/** What is studied; undefined when the register holds no such directive. */
export async function findStudied(db: Db, id: number): Promise<Studied | undefined> {
  const { rows } = await sql<Studied>`
    select id, number, excerpt, issued_on as "issuedOn" from directives where id = ${id}`.execute(db)
  return rows[0]
}

/** Which of these there are already, as places in the list; withdrawn ones are no longer there. */
export async function findRecorded(
  db: Db,
  directiveId: number,
  sessions: readonly { unitId: number; heldOn: Day }[],
): Promise<{ id: number; unitId: number; heldOn: Day; cell: string }[]> {
  const { rows } = await sql<{ id: number; unitId: number; heldOn: Day; cell: string }>`
    select s.id, s.unit_id as "unitId", s.held_on as "heldOn", s.cell
      from study_sessions s
     where s.directive_id = ${directiveId} and s.withdrawn_at is null
       and (s.unit_id, s.held_on) in (
         select * from unnest(${sessions.map((s) => s.unitId)}::int[], ${sessions.map((s) => s.heldOn)}::date[]))`.execute(
    db,
  )
  return rows
}

export type NewSession = {
  unitId: number
  unitCode: string
  unitName: string
  cell: string
  heldOn: Day
  form: SessionForm
  materials: string
  files: readonly string[]
  attendance: readonly Reached[]
}

/** Writes sessions of one directive with who came; their ids are in the order given. */
export async function insertSessions(
  tx: Tx,
  directiveId: number,
  sessions: readonly NewSession[],
  { by, at }: { by: string; at: Date },
): Promise<number[]> {
  const rows = await tx
    .insertInto('study_sessions')
    .values(
      sessions.map((s) => ({
        directive_id: directiveId,
        unit_id: s.unitId,
        unit_code: s.unitCode,
        unit_name: s.unitName,
        cell: s.cell,
        held_on: s.heldOn,
        form: s.form,
        materials: s.materials,
        files: JSON.stringify(s.files),
        recorded_by: by,
        recorded_at: at,
        changed_at: at,
      })),
    )
    .returning('id')
    .execute()
  const ids = rows.map(({ id }) => Number(id)).sort((a, b) => a - b)
  await insertAttendance(
    tx,
    sessions.flatMap(({ attendance }, n) => attendance.map((a) => ({ sessionId: ids[n]!, ...a }))),
  )
  return ids
}

const insertAttendance = async (tx: Tx, rows: readonly (Reached & { sessionId: number })[]) => {
  if (rows.length > 0)
    await tx
      .insertInto('study_attendance')
      .values(rows.map(({ sessionId, ...attendance }) => ({ session_id: sessionId, ...attendance })))
      .execute()
}

/** Puts what was entered in the place of what stood there; false when it was changed since `revision`. */
export async function markChanged(
  tx: Tx,
  id: number,
  revision: number,
  s: NewSession,
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('study_sessions')
    .set((eb) => ({
      unit_code: s.unitCode,
      unit_name: s.unitName,
      cell: s.cell,
      held_on: s.heldOn,
      form: s.form,
      materials: s.materials,
      files: JSON.stringify(s.files),
      changed_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.deleteFrom('study_attendance').where('session_id', '=', id).execute()
  await insertAttendance(
    tx,
    s.attendance.map((a) => ({ sessionId: id, ...a })),
  )
  return true
}

/** Takes a session out of all counts; false when it was changed or withdrawn since `revision`. */
export async function markWithdrawn(
  tx: Tx,
  id: number,
  revision: number,
  { by, at, because }: { by: string; at: Date; because: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('study_sessions')
    .set((eb) => ({
      withdrawn_by: by,
      withdrawn_at: at,
      withdrawn_because: because,
      changed_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
