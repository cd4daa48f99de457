import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** How many targets in force a unit has in periods that end before a day, and their first and last period. */
export type TargetSpan = { unitId: number; targets: number; from: string; to: string }

export async function listTargetSpans(
  db: Db,
  unitIds: readonly number[],
  before: string,
): Promise<TargetSpan[]> {
  const { rows } = await sql<TargetSpan>`
    select t.unit_id as "unitId", count(*)::int as targets,
           (array_agg(p.code order by p.starts_on, p.ends_on))[1] as "from",
           (array_agg(p.code order by p.ends_on desc, p.starts_on desc))[1] as "to"
      from targets t join period_codes p on p.id = t.period_id
     where t.unit_id = any(${unitIds}::int[]) and t.value is not null and p.ends_on < ${before}
     group by t.unit_id order by t.unit_id`.execute(db)
  return rows
}
