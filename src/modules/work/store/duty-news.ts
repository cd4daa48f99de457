import { sql } from 'kysely'
import { addDays, type Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AskedOfDuty } from '../rules/duty-news.ts'

/** Whom an occurrence concerns: its unit, the unit whose office decides, and who sent its last answer. */
export type OccurrenceFacts = { unitId: number; deciderId: number; senders: string[] }

export async function listOccurrenceFacts(
  db: Db,
  occurrenceIds: readonly number[],
): Promise<Map<number, OccurrenceFacts>> {
  if (occurrenceIds.length === 0) return new Map()
  const { rows } = await sql<OccurrenceFacts & { id: number }>`
    select s.occurrence_id as id, s.unit_id as "unitId", s.decider_id as "deciderId",
           coalesce((select array_remove(array[a.sent_by, a.sent_for], null) from duty_answer_states a
                      where a.occurrence_id = s.occurrence_id order by a.version desc limit 1), '{}') as senders
      from duty_states s where s.occurrence_id = any(${[...occurrenceIds]}::int8[])`.execute(db)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** The units that duties were issued to and that still have them, each once, with its first occurrence. */
export async function listIssued(db: Db, dutyIds: readonly number[]): Promise<AskedOfDuty[]> {
  if (dutyIds.length === 0) return []
  const { rows } = await sql<AskedOfDuty>`
    select distinct on (duty_id, unit_id) duty_id as "dutyId", occurrence_id as "occurrenceId", unit_id as "unitId",
           due_on as "dueOn"
      from duty_states
     where duty_id = any(${[...dutyIds]}::int8[]) and state in ('open', 'answered', 'returned')
     order by duty_id, unit_id, ordinal`.execute(db)
  return rows
}

/** What has not been answered and is due in a span of days, when nobody has been reminded of it yet. */
export async function listUnreminded(
  db: Db,
  kind: 'due' | 'overdue',
  { from, to }: { from: Day; to: Day },
): Promise<(AskedOfDuty & { dueOn: Day })[]> {
  const { rows } = await sql<AskedOfDuty & { dueOn: Day }>`
    select s.duty_id as "dutyId", s.occurrence_id as "occurrenceId", s.unit_id as "unitId", s.due_on as "dueOn"
      from duty_states s
     where s.state in ('open', 'returned') and s.done_on is null
       and s.due_on between ${from}::date and ${to}::date
       and not exists (select from duty_reminders r
                        where r.occurrence_id = s.occurrence_id and r.kind = ${kind} and r.due_on = s.due_on)
     order by s.due_on, s.occurrence_id`.execute(db)
  return rows
}

/** Notes of which due days people have been reminded. */
export async function noteReminded(
  tx: Tx,
  kind: 'due' | 'overdue',
  told: readonly { occurrenceId: number; dueOn: Day }[],
): Promise<void> {
  if (told.length === 0) return
  await sql`
    insert into duty_reminders (occurrence_id, kind, due_on)
    select o, ${kind}, d from unnest(${told.map((one) => one.occurrenceId)}::int8[],
                                     ${told.map((one) => one.dueOn)}::date[]) t (o, d)
    on conflict do nothing`.execute(tx)
}

/** Days after which nobody is reminded of a due day any more; what was noted of it is let go. */
const KEPT_DAYS = 60

export async function tidyReminders(tx: Tx, today: Day): Promise<void> {
  await tx.deleteFrom('duty_reminders').where('due_on', '<', addDays(today, -KEPT_DAYS)).execute()
}

/** A duty as a notice names it. */
export type DutyName = { directiveId: number; number: string; task: string }

/** What duties are called, by id. */
export async function listDutyNames(
  db: Db,
  dutyIds: readonly (number | null)[],
): Promise<Map<number, DutyName>> {
  const asked = [...new Set(dutyIds.filter((id) => id !== null))]
  if (asked.length === 0) return new Map()
  const { rows } = await sql<DutyName & { id: number }>`
    select d as id, n."directiveId", n.number, n.task
      from unnest(${asked}::int8[]) d
      cross join lateral (select s.directive_id as "directiveId", s.number, s.task
                            from duty_states s where s.duty_id = d limit 1) n`.execute(db)
  return new Map(rows.map(({ id, ...name }) => [id, name]))
}

/** The unit of an occurrence, as it was called when the duty was issued. */
export async function listUnitsOf(
  db: Db,
  occurrenceIds: readonly (number | null)[],
): Promise<Map<number, { id: string; code: string; name: string }>> {
  const asked = occurrenceIds.filter((id) => id !== null)
  if (asked.length === 0) return new Map()
  const { rows } = await sql<{ occurrence: number; id: string; code: string; name: string }>`
    select occurrence_id as occurrence, unit_id::text as id, unit_code as code, unit_name as name
      from duty_states where occurrence_id = any(${asked}::int8[])`.execute(db)
  return new Map(rows.map(({ occurrence, ...unit }) => [occurrence, unit]))
}
