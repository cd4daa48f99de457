// The five days and the state of occurrences, worked out from what stands behind them: what was stated, and what the
// records say. One statement says the rule; settling writes what differs, checking only tells it.

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/** The calendar date in Vietnam, as `dayOf` in the kernel. */
const dayIn = (instant: RawBuilder<unknown>) => sql`(${instant} at time zone interval '7 hours')::date`

/**
 * What the occurrences that `which` picks (by the alias `o`) should say. Received is what was stated or acknowledged,
 * and no later than what the unit's own records show: whoever held a session on it had it. Of days that were only
 * stated none is made out of another. What was passed on or withdrawn keeps its state.
 */
const truth = (which: RawBuilder<unknown>) => sql`
  picked as materialized (
    select o.id, o.directive_id, o.unit_id, o.state, o.acknowledged_on from duty_occurrences o where ${which}),
  places as materialized (select distinct directive_id, unit_id from picked),
  studied as (
    select s.directive_id, s.unit_id, min(s.held_on) as on_day
      from places p
      join study_sessions s on s.directive_id = p.directive_id and s.unit_id = p.unit_id
     where s.withdrawn_at is null
     group by s.directive_id, s.unit_id),
  planned as (
    select l.to_id as directive_id, d.issuer_unit_id as unit_id, min(d.issued_on) as on_day
      from directive_links l
      join directives d on d.id = l.from_id
     where l.kind = 'implements' and l.to_id in (select directive_id from places)
     group by l.to_id, d.issuer_unit_id),
  answered as (
    select a.occurrence_id, min(${dayIn(sql`a.sent_at`)}) as reported,
           min(${dayIn(sql`a.sent_at`)}) filter (where a.decision = 'accepted') as done,
           (array_agg(coalesce(a.decision, 'waits') order by a.version desc))[1] as latest
      from duty_answers a
      join picked o on o.id = a.occurrence_id
     group by a.occurrence_id),
  steps as (
    select o.id, o.state as was, a.latest, o.acknowledged_on, t.received_on as stated_received,
           least(t.studied_on, s.on_day) as studied_on, least(t.planned_on, p.on_day) as planned_on,
           least(t.reported_on, a.reported) as reported_on, least(s.on_day, p.on_day, a.reported) as shown_on, least(t.done_on, a.done) as done_on
      from picked o
      left join duty_statements t on t.occurrence_id = o.id
      left join studied s on s.directive_id = o.directive_id and s.unit_id = o.unit_id
      left join planned p on p.directive_id = o.directive_id and p.unit_id = o.unit_id
      left join answered a on a.occurrence_id = o.id),
  truth as (
    select id, studied_on, planned_on, reported_on, done_on,
           least(stated_received, acknowledged_on, shown_on) as received_on,
           case when was in ('passed', 'withdrawn') then was
                when done_on is not null then 'accepted'
                when latest = 'waits' then 'answered'
                when latest = 'returned' then 'returned'
                else 'open' end as state
      from steps)`

const DAYS = (of: 'o' | 'truth') => {
  const column = (name: string) => sql.ref(`${of}.${name}`)
  return sql.join(
    ['received_on', 'studied_on', 'planned_on', 'reported_on', 'done_on', 'state'].map(column),
    sql`, `,
  )
}

/** Writes the days that differ from what stands behind them; says of how many occurrences. */
async function settle(tx: Tx, which: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql`
    with ${truth(which)}
    update duty_occurrences o
       set (received_on, studied_on, planned_on, reported_on, done_on, state) = (${DAYS('truth')})
      from truth
     where truth.id = o.id and (${DAYS('o')}) is distinct from (${DAYS('truth')})
     returning o.id`.execute(tx)
  return rows.length
}

/** @param unitIds null: of every unit */
export const settleDirective = (tx: Tx, directiveId: number, unitIds: readonly number[] | null) =>
  settle(
    tx,
    unitIds === null
      ? sql`o.directive_id = ${directiveId}`
      : sql`o.directive_id = ${directiveId} and o.unit_id = any(${[...unitIds]}::int[])`,
  )

export const settleOccurrences = (tx: Tx, ids: readonly number[]) =>
  settle(tx, sql`o.id = any(${[...ids]}::bigint[])`)

/** An occurrence whose days are not what stands behind them. */
export type Unsettled = { occurrence: number; directive: string; unit: string; is: object; shouldBe: object }

/** Those of directives with `from` < id <= `to`; none when all is well. */
export async function listUnsettled(db: Db, from: number, to: number): Promise<Unsettled[]> {
  const told = (of: 'o' | 'truth') => sql`jsonb_build_object(
    'received', ${sql.ref(of)}.received_on, 'studied', ${sql.ref(of)}.studied_on,
    'planned', ${sql.ref(of)}.planned_on, 'reported', ${sql.ref(of)}.reported_on,
    'done', ${sql.ref(of)}.done_on, 'state', ${sql.ref(of)}.state)`
  const { rows } = await sql<Unsettled>`
    with ${truth(sql`o.directive_id > ${from} and o.directive_id <= ${to}`)}
    select o.id as occurrence, d.number as directive, o.unit_code as unit, ${told('o')} as is,
           ${told('truth')} as "shouldBe"
      from truth
      join duty_occurrences o on o.id = truth.id
      join directives d on d.id = o.directive_id
     where (${DAYS('o')}) is distinct from (${DAYS('truth')})
     order by o.id`.execute(db)
  return rows
}

/** How many occurrences there are, and the last directive that has one. */
export async function measureOccurrences(db: Db): Promise<{ count: number; last: number }> {
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(directive_id), 0)::int as last from duty_occurrences`.execute(
    db,
  )
  return rows[0]!
}
