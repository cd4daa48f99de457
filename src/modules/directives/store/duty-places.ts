// Where units stand, as questions about duties need it.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** Codes of those of the units that stand neither at nor below another on a day, in any tree. */
export async function listOutside(
  db: Db,
  aboveId: number,
  unitIds: readonly number[],
  on: Day,
): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select l.last_code as code
      from unnest(${[...unitIds]}::int[]) as asked (id)
      join unit_lives l on l.unit_id = asked.id
     where not exists (
       select from unit_holders h
        where h.unit_id = asked.id and h.ancestor_id = ${aboveId} and ${on}::date between h.valid_from and h.valid_to)
     order by 1`.execute(db)
  return rows.map(({ code }) => code)
}
