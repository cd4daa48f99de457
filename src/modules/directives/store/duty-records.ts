import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'

/** Duties that were issued to a unit on or after the day on which it would be gone. Older ones stay with it. */
export const dutyRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select distinct o.unit_id as "unitId", 'duty' as kind, n.number as label
      from endings e
      join duty_occurrences o on o.unit_id = e."unitId"
      join duties d on d.id = o.duty_id
      join directives n on n.id = d.directive_id
     where d.issued_on >= e."from" and o.state <> 'withdrawn'
     order by 1, 3`.execute(tx)
  return rows
}
