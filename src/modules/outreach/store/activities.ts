import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { onConstraint } from '#platform/db/errors.ts'
import { OutreachProblem } from '../problems.ts'
import type { OutreachForm, RecordedForm } from '../schema.ts'
import { allActivities } from './sources.ts'

/** What is written of an activity. `unitCode` and `unitName` are those of its day. */
export type ActivityRow = {
  id: string
  unitId: number
  unitCode: string
  unitName: string
  form: RecordedForm
  subject: string
  heldOn: Day
  place: string
  reached: number | null
  programme: string | null
  directiveId: number | null
}
export type StoredActivity = ActivityRow & { revision: number; by: string; at: Date; isWithdrawn: boolean }

/** A recorded activity, also one that was withdrawn. */
export async function findActivity(db: Db, id: string): Promise<StoredActivity | undefined> {
  const row = await db.selectFrom('outreach_activities').selectAll().where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      unitId: row.unit_id,
      unitCode: row.unit_code,
      unitName: row.unit_name,
      form: row.form as RecordedForm,
      subject: row.subject,
      heldOn: row.held_on,
      place: row.place,
      reached: row.reached,
      programme: row.programme,
      directiveId: row.directive_id,
      revision: row.revision,
      by: row.recorded_by,
      at: row.recorded_at,
      isWithdrawn: row.withdrawn_at !== null,
    }
  )
}

const columnsOf = (row: ActivityRow, { by, at }: { by: string; at: Date }) => ({
  unit_id: row.unitId,
  unit_code: row.unitCode,
  unit_name: row.unitName,
  form: row.form,
  subject: row.subject,
  held_on: row.heldOn,
  place: row.place,
  reached: row.reached,
  programme: row.programme,
  directive_id: row.directiveId,
  recorded_by: by,
  recorded_at: at,
})

/** @throws outreach.stale, outreach.programmeNotFound, outreach.directiveNotFound */
export async function insertActivity(tx: Tx, row: ActivityRow, who: { by: string; at: Date }): Promise<void> {
  await tx
    .insertInto('outreach_activities')
    .values({ id: row.id, ...columnsOf(row, who) })
    .execute()
}

/** Writes over one as it stood at `revision`; false when somebody was quicker, or it was withdrawn. */
export async function markChanged(
  tx: Tx,
  row: ActivityRow,
  revision: number,
  who: { by: string; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outreach_activities')
    .set({ ...columnsOf(row, who), revision: revision + 1 })
    .where('id', '=', row.id)
    .where('revision', '=', revision)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Counts it no more; false when that was done before. */
export async function markWithdrawn(tx: Tx, id: string, because: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outreach_activities')
    .set({ withdrawn_at: at, withdrawn_because: because })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

// Two devices that made up the same id, or one that sends it again under another key
onConstraint('outreach_activities_pkey', () => OutreachProblem.stale())
onConstraint('outreach_activities_programme_fkey', () => OutreachProblem.programmeNotFound())
onConstraint('outreach_activities_directive_id_fkey', () => OutreachProblem.directiveNotFound())

/** An activity of the list. `unitCode` is null where it counts by itself; then the unit is named by its day. */
export type ListedActivity = {
  key: string
  unitId: number
  unitCode: string | null
  unitName: string | null
  form: OutreachForm
  subject: string
  heldOn: Day
  place: string
  reached: number | null
  programme: string | null
  directiveId: number | null
  link: string | null
  by: string | null
  at: Date | null
}
export type ListQuery = {
  unitId: number
  startsOn: Day
  endsOn: Day
  form: OutreachForm | null
  programme: string | null
  after: { heldOn: Day; key: string } | null
  limit: number
}

/** Activities below a unit by the tree of each one's day, the newest first. */
export async function listActivities(db: Db, q: ListQuery): Promise<ListedActivity[]> {
  const only = [
    ...(q.form === null ? [] : [sql`a.form = ${q.form}`]),
    ...(q.programme === null ? [] : [sql`a.programme = ${q.programme}`]),
    ...(q.after === null ? [] : [sql`(a.held_on, a.key) < (${q.after.heldOn}::date, ${q.after.key})`]),
  ]
  const { rows } = await sql<ListedActivity>`
    select a.key, a.unit_id as "unitId", a.unit_code as "unitCode", a.unit_name as "unitName", a.form, a.subject,
           a.held_on as "heldOn", a.place, a.reached, a.programme, a.directive_id as "directiveId", a.link,
           a.recorded_by as by, a.recorded_at as at
      from (${allActivities()}) a
     where a.held_on between ${q.startsOn}::date and ${q.endsOn}::date and ${isBelow(q.unitId)}
           ${only.length > 0 ? sql`and ${sql.join(only, sql` and `)}` : sql``}
     order by a.held_on desc, a.key desc
     limit ${q.limit}`.execute(db)
  return rows
}

const isBelow = (unitId: number): RawBuilder<unknown> => sql`exists (
  select from unit_holders h
   where h.ancestor_id = ${unitId} and h.unit_id = a.unit_id and a.held_on between h.valid_from and h.valid_to)`
