import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'

/** Visits recorded, and inspections planned, of a unit that would not be there any more. */
export const inspectionRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select v.unit_id as "unitId", 'inspection' as kind, i.name as label
      from endings e
      join inspection_visits v on v.unit_id = e."unitId"
      join inspections i on i.id = v.inspection_id
     where v.visited_on >= e."from"
    union
    select i.owner_id, 'inspection', i.name
      from endings e join inspections i on i.owner_id = e."unitId"
     where i.starts_on >= e."from"
     order by 1, 3`.execute(tx)
  return rows
}
