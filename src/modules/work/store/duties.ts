// Duties as the list of work needs them, by the view that directives publish.

import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** The units that are looked at; null: every one. */
export type Units = ReadonlySet<number> | null
const among = (column: RawBuilder<unknown>, units: Units): RawBuilder<unknown> =>
  units === null ? sql`true` : sql`${column} = any(${[...units]}::int[])`

type Named = {
  dutyId: number
  occurrenceId: number
  directiveId: number
  number: string
  excerpt: string
  task: string
  dueOn: Day | null
}
/** Occurrences of one duty and due day that have not been answered. `unit` is the first, `names` of some. */
export type DueLine = Named & {
  units: number
  unitId: number
  unitCode: string
  unitName: string
  names: string[]
  /** Of all lines together. */
  total: number
}
export type DueQuery = { units: Units; isLate: boolean; today: Day }
export type AfterDue = { dueOn: Day | null; dutyId: number }

/**
 * What has not been answered, the earliest due day first, what has none last. Past the due day it is late; on it, it is
 * not. Of a duty that repeats only the next occurrence is still to come.
 */
export async function listDueDuties(
  db: Db,
  { units, isLate, today }: DueQuery,
  { after, limit }: { after: AfterDue | null; limit: number },
): Promise<DueLine[]> {
  const isOpen = (s: string) => sql`${sql.ref(`${s}.state`)} = 'open' and ${sql.ref(`${s}.done_on`)} is null`
  const when = isLate
    ? sql`s.due_on < ${today}::date`
    : sql`coalesce(s.due_on, 'infinity') >= ${today}::date and not exists (
            select from duty_states e
             where e.duty_id = s.duty_id and e.unit_id = s.unit_id and ${isOpen('e')}
               and e.due_on >= ${today}::date and e.due_on < s.due_on)`
  const rest = after
    ? sql`where (coalesce(l.due_on, 'infinity'), l.duty_id) > (${after.dueOn ?? 'infinity'}::date, ${after.dutyId})`
    : sql``
  const { rows } = await sql<DueLine>`
    with lines as (
      select s.duty_id, s.due_on, count(*)::int as units, min(s.occurrence_id) as occurrence_id,
             (array_agg(s.unit_name order by s.occurrence_id))[1:3] as names
        from duty_states s
       where ${isOpen('s')} and ${when} and ${among(sql`s.unit_id`, units)}
       group by s.duty_id, s.due_on),
    page as (
      select l.*, (select sum(units)::int from lines) as total
        from lines l ${rest}
       order by coalesce(l.due_on, 'infinity'), l.duty_id limit ${limit})
    select p.duty_id as "dutyId", p.due_on as "dueOn", p.units, p.occurrence_id as "occurrenceId", p.names, p.total,
           s.directive_id as "directiveId", s.number, s.excerpt, s.task, s.unit_id as "unitId",
           s.unit_code as "unitCode", s.unit_name as "unitName"
      from page p
      join duty_states s on s.occurrence_id = p.occurrence_id
     order by coalesce(p.due_on, 'infinity'), p.duty_id`.execute(db)
  return rows
}

/** On which days of a span something is due that has not been answered or was returned, and how much. */
export async function listDutyDays(
  db: Db,
  units: Units,
  { from, to }: { from: Day; to: Day },
): Promise<{ on: Day; count: number }[]> {
  const { rows } = await sql<{ on: Day; count: number }>`
    select s.due_on as "on", count(*)::int as count
      from duty_states s
     where s.state in ('open', 'returned') and s.done_on is null
       and s.due_on between ${from}::date and ${to}::date and ${among(sql`s.unit_id`, units)}
     group by s.due_on`.execute(db)
  return rows
}

/** One occurrence that was returned, or that waits for a decision. `by` and `at`: who returned or sent it, and when. */
export type WaitingDuty = Named & {
  unitId: number
  unitCode: string
  unitName: string
  version: number | null
  reason: string | null
  by: string | null
  at: Date
  /** By which the list is ordered. */
  changedAt: Date
}
export type WaitingQuery = {
  state: 'returned' | 'answered'
  units: Units
  /** Only where the office of one of these decides. */
  deciders?: Units
  /** Not what one of these accounts answered, or had answered for it. */
  notSentBy?: readonly string[]
}
export type AfterWaiting = { at: string; occurrenceId: number }

/** One page, those that have waited longest first. */
export async function listWaitingDuties(
  db: Db,
  query: WaitingQuery,
  { after, limit }: { after: AfterWaiting | null; limit: number },
): Promise<WaitingDuty[]> {
  const rest = after
    ? sql`and (s.changed_at, s.occurrence_id) > (${after.at}::timestamptz, ${after.occurrenceId})`
    : sql``
  const { rows } = await sql<WaitingDuty>`
    select s.duty_id as "dutyId", s.occurrence_id as "occurrenceId", s.directive_id as "directiveId", s.number,
           s.excerpt, s.task, s.due_on as "dueOn", s.unit_id as "unitId", s.unit_code as "unitCode",
           s.unit_name as "unitName", a.version, a.reason, coalesce(a.decided_by, a.sent_by) as by,
           coalesce(a.decided_at, a.sent_at, s.changed_at) as at, s.changed_at as "changedAt"
      from ${waiting(query)} ${rest}
     order by s.changed_at, s.occurrence_id limit ${limit}`.execute(db)
  return rows
}

export async function countWaitingDuties(db: Db, query: WaitingQuery): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${waiting(query)}`.execute(db)
  return rows[0]!.count
}

const waiting = ({ state, units, deciders = null, notSentBy = [] }: WaitingQuery): RawBuilder<unknown> => sql`
  duty_states s
      left join lateral (select * from duty_answer_states x where x.occurrence_id = s.occurrence_id
                          order by x.version desc limit 1) a on true
     where s.state = ${sql.lit(state)} and ${among(sql`s.unit_id`, units)} and ${among(sql`s.decider_id`, deciders)}
       and not (array_remove(array[a.sent_by, a.sent_for], null) && ${[...notSentBy]}::text[])`
