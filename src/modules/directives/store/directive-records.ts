import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'

/** What a unit issued on the day of its ending or later; what it merely keeps of others may stay with it. */
export const directiveRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select d.issuer_unit_id as "unitId", 'directive' as kind, d.number as label
      from endings e join directives d on d.issuer_unit_id = e."unitId"
     where d.issued_on >= e."from"
    union
    select d.keeper_unit_id, 'directive', d.number
      from endings e join directives d on d.keeper_unit_id = e."unitId" and d.issuer_unit_id is null
     where e."from" = '-infinity'
     order by 1, 3`.execute(tx)
  return rows
}
