import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'

/** What organisation asks before it ends a unit: its activities of that day or later. */
export const outreachRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select a.unit_id as "unitId", 'outreach' as kind, a.subject || ' ' || to_char(a.held_on, 'DD/MM/YYYY') as label
      from endings e
      join outreach_activities a on a.unit_id = e."unitId"
     where a.held_on >= e."from" and a.withdrawn_at is null
     order by a.unit_id, a.held_on, a.id`.execute(tx)
  return rows
}
