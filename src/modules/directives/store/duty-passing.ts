// Open occurrences of a unit that ended go to others: many in a statement, whoever gets them.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Doing } from './duties.ts'
import type { Named } from './occurrence-writes.ts'

/** Ids of a unit's occurrences that still ask for something. @param among null: all */
export async function listOpenOf(db: Db, unitId: number, among: readonly number[] | null): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from duty_occurrences
     where unit_id = ${unitId} and state in ('open', 'answered', 'returned')
       ${among === null ? sql`` : sql`and id = any(${[...among]}::bigint[])`}
     order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/**
 * Gives each occurrence to a unit: to the one that it has of the same duty and day, or to a new one with the same day
 * and extension.
 *
 * @returns ids of the new ones
 */
export async function copyOccurrences(
  tx: Tx,
  ids: readonly number[],
  { id: unitId, code, name }: Named,
  decisionId: number,
  { by, onBehalfOf = null, at }: Doing,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    with given as materialized (
      select o.*, row_number() over (partition by o.duty_id order by o.ordinal) as n
        from duty_occurrences o
       where o.id = any(${[...ids]}::bigint[])
         and not exists (select from duty_occurrences there
                          where there.duty_id = o.duty_id and there.unit_id = ${unitId} and there.state <> 'withdrawn'
                            and there.asked_due_on is not distinct from o.asked_due_on)),
    before as (
      select duty_id, max(ordinal) as last from duty_occurrences
       where unit_id = ${unitId} and duty_id in (select duty_id from given) group by duty_id)
    insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, asked_due_on, due_on,
                                  changed_at)
    select g.duty_id, g.directive_id, ${unitId}, ${code}, ${name},
           case when b.last is null then g.ordinal else b.last + g.n end, g.asked_due_on, g.due_on, ${at}::timestamptz
      from given g left join before b on b.duty_id = g.duty_id
    returning id`.execute(tx)
  await sql`
    insert into duty_passings (from_id, to_id, directive_id, passed_by, passed_for, passed_at)
    select distinct on (o.id) o.id, there.id, ${decisionId}::bigint, ${by}, ${onBehalfOf}, ${at}::timestamptz
      from duty_occurrences o
      join duty_occurrences there on there.duty_id = o.duty_id and there.unit_id = ${unitId}
                                 and there.state <> 'withdrawn'
                                 and there.asked_due_on is not distinct from o.asked_due_on
     where o.id = any(${[...ids]}::bigint[])
     order by o.id, there.id
    on conflict (from_id, to_id) do nothing`.execute(tx)
  return rows.map(({ id }) => id)
}

/** The old ones ask for nothing any more and point to where they went; the main one is of `mainUnitId`. */
export async function markPassed(
  tx: Tx,
  ids: readonly number[],
  { mainUnitId, decisionId }: { mainUnitId: number; decisionId: number },
  { at }: Doing,
): Promise<void> {
  await sql`
    update duty_occurrences o
       set state = 'passed', passed_by_id = ${decisionId}, changed_at = ${at}, revision = o.revision + 1,
           passed_to_id = (select p.to_id from duty_passings p join duty_occurrences t on t.id = p.to_id
                            where p.from_id = o.id order by t.unit_id = ${mainUnitId} desc, p.to_id limit 1)
     where o.id = any(${[...ids]}::bigint[])`.execute(tx)
}

export type OpenOfUnit = {
  unitId: number
  number: string
  occurrences: number
  from: Day | null
  to: Day | null
}

/** What units still have to do, by directive, with the first and the last day on which some of it is due. */
export async function countOpenOf(db: Db, unitIds: readonly number[]): Promise<OpenOfUnit[]> {
  const { rows } = await sql<OpenOfUnit>`
    select o.unit_id as "unitId", d.number, count(*)::int as occurrences, min(o.due_on) as "from", max(o.due_on) as "to"
      from duty_occurrences o join directives d on d.id = o.directive_id
     where o.unit_id = any(${[...unitIds]}::int[]) and o.state in ('open', 'answered', 'returned')
     group by o.unit_id, d.id
     order by o.unit_id, d.number`.execute(db)
  return rows
}
