import { sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'

/**
 * What organisation asks before it ends a unit: study sessions that it held on that day or later, and contents that it
 * proposes or is to choose for days that begin then or later. What was withdrawn or rejected holds nobody back.
 */
export const studyRecordsOnUnits: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select s.unit_id as "unitId", 'session' as kind, d.number || ' ' || s.held_on as label
      from endings e
      join study_sessions s on s.unit_id = e."unitId" and s.held_on >= e."from" and s.withdrawn_at is null
      join directives d on d.id = s.directive_id
    union all
    select e."unitId", 'proposal', p.name
      from endings e
      join proposals p on e."unitId" in (p.unit_id, p.chooser_id)
     where p.starts_on >= e."from" and p.state in ('proposed', 'chosen')
     order by 1, 2, 3`.execute(tx)
  return rows
}
