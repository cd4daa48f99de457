// Duties from a file, thousands of rows in a statement.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Product, StepDays } from '../schema.ts'

/** A row of a file by what makes it the same occurrence again. */
export type RowKey = { directiveId: number; unitId: number; dueOn: Day | null; product: Product }
/** An occurrence that a row may mean. `place` is the row's in the list; `stated` is null when nothing was. */
export type Candidate = { place: number; id: number; task: string; stated: StepDays | null }

/** Occurrences with a row's directive, unit, product and day, as asked or as extended; withdrawn ones are left out. */
export async function findCandidates(db: Db, keys: readonly RowKey[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select k.place::int as place, o.id, d.task,
           case when t.occurrence_id is null then null else jsonb_build_object(
             'received', t.received_on, 'studied', t.studied_on, 'planned', t.planned_on, 'reported', t.reported_on,
             'done', t.done_on) end as stated
      from unnest(${keys.map((k) => k.directiveId)}::bigint[], ${keys.map((k) => k.unitId)}::int[],
                  ${keys.map((k) => k.dueOn)}::date[], ${keys.map((k) => k.product)}::text[])
             with ordinality as k (directive_id, unit_id, due_on, product, place)
      join duty_occurrences o on o.directive_id = k.directive_id and o.unit_id = k.unit_id
                             and (o.asked_due_on is not distinct from k.due_on or o.due_on = k.due_on)
      join duties d on d.id = o.duty_id and d.product = k.product
      left join duty_statements t on t.occurrence_id = o.id
     where o.state <> 'withdrawn'
     order by k.place, o.id`.execute(db)
  return rows.map((row) => ({ ...row, place: row.place - 1 }))
}

export type FileDuty = { directiveId: number; product: Product; task: string }

/** Duties that came in by files before: id by `fileDutyKey`. */
export async function findFileDuties(db: Db, directiveIds: readonly number[]): Promise<Map<string, number>> {
  const { rows } = await sql<FileDuty & { id: number }>`
    select id, directive_id as "directiveId", product, task from duties
     where directive_id = any(${[...new Set(directiveIds)]}::bigint[]) and addressed ->> 'by' = 'file'
       and withdrawn_at is null
     order by id desc`.execute(db)
  return new Map(rows.map((row) => [fileDutyKey(row), row.id]))
}

export const fileDutyKey = ({ directiveId, product, task }: FileDuty): string =>
  `${directiveId} ${product} ${task}`

export type FileOccurrence = {
  dutyId: number
  directiveId: number
  unitId: number
  unitCode: string
  unitName: string
  dueOn: Day | null
}

/** Adds occurrences after those that the duty has of the unit; ids are in the order given. Of one unit, the earliest due is the first. */
export async function addOccurrences(tx: Tx, list: readonly FileOccurrence[], at: Date): Promise<number[]> {
  if (list.length === 0) return []
  const { rows } = await sql<{ id: number; place: number }>`
    with given as materialized (
      select *, row_number() over (partition by duty_id, unit_id order by due_on, place) as n
        from unnest(${list.map((o) => o.dutyId)}::bigint[], ${list.map((o) => o.directiveId)}::bigint[],
                    ${list.map((o) => o.unitId)}::int[], ${list.map((o) => o.unitCode)}::text[],
                    ${list.map((o) => o.unitName)}::text[], ${list.map((o) => o.dueOn)}::date[])
               with ordinality as g (duty_id, directive_id, unit_id, unit_code, unit_name, due_on, place)),
    before as (
      select duty_id, unit_id, max(ordinal) as last from duty_occurrences
       where duty_id in (select duty_id from given) group by duty_id, unit_id),
    numbered as materialized (
      select g.*, coalesce(b.last, 0) + g.n as ordinal
        from given g left join before b on b.duty_id = g.duty_id and b.unit_id = g.unit_id),
    made as (
      insert into duty_occurrences (duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, asked_due_on, due_on,
                                    changed_at)
      select duty_id, directive_id, unit_id, unit_code, unit_name, ordinal, due_on, due_on, ${at}::timestamptz
        from numbered order by place
      returning id, duty_id, unit_id, ordinal)
    select m.id, g.place::int as place
      from made m
      join numbered g on g.duty_id = m.duty_id and g.unit_id = m.unit_id and g.ordinal = m.ordinal
     order by g.place`.execute(tx)
  return rows.map(({ id }) => id)
}
