import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/** Everyone above a unit, itself first, with the days on which all steps between the two held at once. */
const climb = (from: ReturnType<typeof sql>) => sql`
  with recursive above as (
    select hierarchy, unit_id as ancestor_id, unit_id, 0 as depth, valid_from, valid_to, parent_id
    from ${from}
    union all
    select above.hierarchy, s.unit_id, above.unit_id, above.depth + 1,
      greatest(above.valid_from, s.valid_from), least(above.valid_to, s.valid_to), s.parent_id
    from above
    join unit_states s
      on s.unit_id = above.parent_id and s.hierarchy = above.hierarchy
      and s.valid_from <= above.valid_to and above.valid_from <= s.valid_to
  )
  select hierarchy, ancestor_id, unit_id, depth, valid_from, valid_to from above`

/** Derives the tree anew for `units`, whose states changed, and for everyone who stood under them. */
export async function refreshTree(tx: Tx, units: readonly number[]): Promise<void> {
  if (units.length === 0) return
  const { rows } = await sql<{ unit_id: number }>`
    select unit_id from unit_tree where ancestor_id = any(${units}::int[])
    union select unnest(${units}::int[])`.execute(tx)
  const touched = sql`any(${rows.map((row) => row.unit_id)}::int[])`
  const stored = sql`select * from unit_tree where unit_id = ${touched}`
  const fresh = climb(sql`(select * from unit_states where unit_id = ${touched}) states`)

  // Most rows stay as they are: reading them is far cheaper than writing them.
  await sql`
    delete from unit_tree t using (${stored} except (${fresh})) gone
    where t.unit_id = gone.unit_id and t.ancestor_id = gone.ancestor_id
      and t.hierarchy = gone.hierarchy and t.valid_from = gone.valid_from`.execute(tx)
  await sql`insert into unit_tree ((${fresh}) except ${stored})`.execute(tx)
}

/** Rows of the tree that differ from what the states give, on either side. */
export async function differencesOfTree(db: Db): Promise<object[]> {
  const fresh = climb(sql`unit_states`)
  const { rows } = await sql<object>`
    (select 'missing' as difference, wanted.* from (${fresh} except table unit_tree) wanted)
    union all
    (select 'superfluous' as difference, stored.* from (table unit_tree except (${fresh})) stored)`.execute(
    db,
  )
  return rows
}
