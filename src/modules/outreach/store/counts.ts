import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Tallied } from '../rules/tally.ts'
import type { OutreachCount, OutreachForm } from '../schema.ts'
import { allActivities } from './sources.ts'

/**
 * Activities of a span below a unit, by the unit right below it, form and programme. A unit that stands in several
 * trees is looked at in the `state` tree first, so that nothing counts twice.
 */
export async function tallyBelow(
  db: Db,
  { unitId, startsOn, endsOn }: { unitId: number; startsOn: Day; endsOn: Day },
): Promise<Tallied[]> {
  const { rows } = await sql<Tallied>`
    with tree as (
      select hierarchy from unit_holders where unit_id = ${unitId} and depth = 0
       order by hierarchy <> 'state', hierarchy limit 1),
    below as (
      select h.unit_id, h.depth, h.valid_from, h.valid_to, h.hierarchy
        from unit_holders h join tree using (hierarchy)
       where h.ancestor_id = ${unitId})
    select c.ancestor_id as "childId", a.form, a.programme, count(*)::int as activities,
           coalesce(sum(a.reached), 0)::int8 as reached, count(a.reached)::int as told
      from (${allActivities()}) a
      join below b on b.unit_id = a.unit_id and a.held_on between b.valid_from and b.valid_to
      left join unit_holders c
        on c.unit_id = a.unit_id and c.hierarchy = b.hierarchy and c.depth = b.depth - 1
       and a.held_on between c.valid_from and c.valid_to
     where a.held_on between ${startsOn}::date and ${endsOn}::date
     group by c.ancestor_id, a.form, a.programme`.execute(db)
  return rows
}

/** A unit in a month: `202111`. */
export type UnitMonth = { unitId: number; period: string }
export type MonthCount = UnitMonth & OutreachCount & { form: OutreachForm }

/** What units themselves did in months, by form; months without activities are left out. Null: every unit and month. */
export async function countMonths(db: Db, cells: readonly UnitMonth[] | null): Promise<MonthCount[]> {
  const among =
    cells === null
      ? sql``
      : sql`where (a.unit_id, to_char(a.held_on, 'YYYYMM')) in (
              select * from unnest(${cells.map((cell) => cell.unitId)}::int[], ${cells.map((cell) => cell.period)}::text[]))`
  const { rows } = await sql<MonthCount>`
    select a.unit_id as "unitId", to_char(a.held_on, 'YYYYMM') as period, a.form, count(*)::int as activities,
           coalesce(sum(a.reached), 0)::int8 as reached, count(a.reached)::int as told
      from (${allActivities()}) a ${among}
     group by 1, 2, 3`.execute(db)
  return rows
}
