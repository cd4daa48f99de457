// A unit cannot be ended before records that hang on it. Which records there are, each module knows of its
// own.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'

/** A unit that would end before the day `from`; `-infinity` when it would be gone. */
export type Ending = { unitId: number; from: Day }
/**
 * One record for a sentence: `kind` is a word of `import.unit.recordsLeft`, `label` what people know it by.
 */
export type RecordOnUnit = { unitId: number; kind: string; label: string }
/**
 * The records of those units that are of each one's `from` or a later day. A reform asks for thousands at
 * once.
 */
export type RecordLookup = (tx: Tx, endings: readonly Ending[]) => Promise<RecordOnUnit[]>

const lookups = new Set<RecordLookup>([listOwnRecords])

/** For modules whose records name units; called once, by the application. */
export function registerRecordLookup(lookup: RecordLookup): void {
  lookups.add(lookup)
}

export async function listRecords(tx: Tx, endings: readonly Ending[]): Promise<RecordOnUnit[]> {
  const found: RecordOnUnit[] = []
  if (endings.length > 0) for (const lookup of lookups) found.push(...(await lookup(tx, endings)))
  return found
}

/**
 * Grants, codes, borders and posts. A grant, code or post that only goes on over the day stays with the unit as it was;
 * one that begins later does not.
 */
async function listOwnRecords(tx: Tx, endings: readonly Ending[]): Promise<RecordOnUnit[]> {
  const { rows } = await sql<{ unit_id: number; kind: string; label: string }>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date)
    )
    select unit_id, 'grant' as kind, role as label from grants
      join endings on unit_id = "unitId" where valid_from >= "from"
    union all
    select unit_id, 'code', scheme || ' ' || code from unit_codes
      join endings on unit_id = "unitId" where valid_from >= "from"
    union all
    select unit_id, 'border', source from unit_borders
      join endings on unit_id = "unitId" where on_date >= "from"
    union all
    select unit_id, 'post', title from posts
      join endings on unit_id = "unitId" where valid_from >= "from"
    order by unit_id, kind, label`.execute(tx)
  return rows.map((row) => ({ unitId: row.unit_id, kind: row.kind, label: row.label }))
}
