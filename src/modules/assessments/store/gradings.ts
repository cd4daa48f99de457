// Gradings, and what raises a quota in one of their groups.

import { type Selectable, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Gradings } from '#platform/db/schema.generated.ts'
import type { GradingDays } from '../api/grade-shapes.ts'

export type GradingRow = GradingDays & {
  id: number
  rulesId: number
  subjects: 'units' | 'people'
  period: string
  name: string
  keeperId: number
  keeperCode: string
  keeperName: string
  state: 'open' | 'closed'
  revision: number
  openedBy: string
  openedAt: Date
}

const toGrading = (row: Selectable<Gradings>): GradingRow => ({
  id: row.id,
  rulesId: row.rules_id,
  subjects: row.subjects as GradingRow['subjects'],
  period: row.period,
  name: row.name,
  keeperId: row.keeper_id,
  keeperCode: row.keeper_code,
  keeperName: row.keeper_name,
  state: row.state as GradingRow['state'],
  selfDue: row.self_due,
  commentDue: row.comment_due,
  proposeDue: row.propose_due,
  decideOn: row.decide_on,
  appealDays: row.appeal_days,
  revision: row.revision,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
})

export async function findGrading(db: Db, id: number): Promise<GradingRow | undefined> {
  const row = await db.selectFrom('gradings').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toGrading(row)
}

/** A grading in which nobody else decides, closes or says anything until the end of the transaction. */
export async function takeGrading(tx: Tx, id: number): Promise<GradingRow | undefined> {
  const row = await tx.selectFrom('gradings').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toGrading(row)
}

/** Stays as it is until the end of the transaction; others may say things of other subjects meanwhile. */
export async function holdGrading(tx: Tx, id: number): Promise<void> {
  await sql`select from gradings where id = ${id} for share`.execute(tx)
}

export type GradingQuery = {
  unitId: number
  /** The day whose tree tells what stands below the unit. */
  on: Day
  period: string | undefined
  subjects: string | undefined
  state: string | undefined
}
/** Kept at the unit or below it, or with a subject there; the latest opened first. */
export async function listGradings(
  db: Db,
  { unitId, on, period, subjects, state }: GradingQuery,
  { after, limit }: { after: number | undefined; limit: number },
): Promise<GradingRow[]> {
  const isWithin = (column: string) => sql<boolean>`(${sql.ref(column)} = ${unitId} or exists (
    select from unit_holders h where h.unit_id = ${sql.ref(column)} and h.ancestor_id = ${unitId}
       and ${on}::date between h.valid_from and h.valid_to))`
  let query = db
    .selectFrom('gradings')
    .selectAll()
    .where(
      sql<boolean>`(${isWithin('gradings.keeper_id')} or exists (
        select from grading_subjects s where s.grading_id = gradings.id and ${isWithin('s.unit_id')}))`,
    )
  if (period !== undefined) query = query.where('period', '=', period)
  if (subjects !== undefined) query = query.where('subjects', '=', subjects)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toGrading)
}

const daysOf = ({ selfDue, commentDue, proposeDue, decideOn, appealDays }: GradingDays) => ({
  self_due: selfDue,
  comment_due: commentDue,
  propose_due: proposeDue,
  decide_on: decideOn,
  appeal_days: appealDays,
})

export async function insertGrading(
  tx: Tx,
  draft: GradingDays & {
    rulesId: number
    subjects: string
    period: string
    name: string
    keeper: { id: number; code: string; name: string }
  },
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('gradings')
    .values({
      rules_id: draft.rulesId,
      subjects: draft.subjects,
      period: draft.period,
      name: draft.name,
      keeper_id: draft.keeper.id,
      keeper_code: draft.keeper.code,
      keeper_name: draft.keeper.name,
      ...daysOf(draft),
      opened_by: by,
      opened_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateGrading(
  tx: Tx,
  id: number,
  changes: { name: string; days: GradingDays } | { state: 'open' | 'closed' } | Record<never, never>,
): Promise<void> {
  await tx
    .updateTable('gradings')
    .set((eb) => ({
      ...('name' in changes && { name: changes.name, ...daysOf(changes.days) }),
      ...('state' in changes && { state: changes.state }),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export type GradingCountsRow = {
  subjects: number
  self: number
  commented: number
  proposed: number
  decided: number
  noticed: number
}
/** How far the steps are, by grading. */
export async function countSteps(db: Db, ids: readonly number[]): Promise<Map<number, GradingCountsRow>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<GradingCountsRow & { id: number }>`
    with steps as (
      select s.id, s.grading_id, coalesce(array_agg(distinct f.step) filter (where f.id is not null), '{}') as done
        from grading_subjects s
        left join grade_facts f on f.subject_id = s.id and f.is_current
       where s.grading_id = any(${[...ids]}::int[]) group by s.id)
    select grading_id as id, count(*)::int as subjects,
           count(*) filter (where 'self' = any(done))::int as self,
           count(*) filter (where 'comment' = any(done))::int as commented,
           count(*) filter (where 'proposal' = any(done))::int as proposed,
           count(*) filter (where 'decision' = any(done))::int as decided,
           count(*) filter (where 'notice' = any(done))::int as noticed
      from steps group by 1`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export type ExceptionRow = {
  id: number
  key: string
  level: string
  percent: string
  approver: string
  number: string
  on: Day
  reason: string
  by: string
  at: Date
}
/** Those that hold, the earliest first. */
export async function listExceptions(db: Db, gradingId: number): Promise<ExceptionRow[]> {
  const rows = await db
    .selectFrom('grade_exceptions')
    .selectAll()
    .where('grading_id', '=', gradingId)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    key: row.group_key,
    level: row.level,
    percent: row.percent,
    approver: row.approver,
    number: row.number,
    on: row.on_day,
    reason: row.reason,
    by: row.added_by,
    at: row.added_at,
  }))
}

export async function insertException(
  tx: Tx,
  gradingId: number,
  { key, on, by, at, ...row }: Omit<ExceptionRow, 'id'>,
): Promise<number> {
  const { id } = await tx
    .insertInto('grade_exceptions')
    .values({ grading_id: gradingId, group_key: key, on_day: on, added_by: by, added_at: at, ...row })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export async function closeException(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('grade_exceptions').set({ withdrawn_at: at }).where('id', '=', id).execute()
}

/** What organisation asks before it ends a unit: gradings kept there for periods that end on that day or later. */
export async function listGradingsEnding(
  tx: Tx,
  endings: readonly { unitId: number; from: Day }[],
): Promise<{ unitId: number; kind: string; label: string }[]> {
  const { rows } = await sql<{ unitId: number; kind: string; label: string }>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select distinct e."unitId", 'grading' as kind, g.name as label
      from endings e
      join gradings g on g.state = 'open' and g.opened_at >= e."from"
       and (g.keeper_id = e."unitId" or exists (
         select from grading_subjects s where s.grading_id = g.id and s.unit_id = e."unitId"))
     order by 1, 3`.execute(tx)
  return rows
}
