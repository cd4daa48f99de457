import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'

/** A unit and all that a permission held at it reaches `today`: the other way round of `reaches`. */
export async function unitsReached(db: Db, unitId: number, today: Day): Promise<number[]> {
  const day = sql<Day>`least(greatest(${today}::date, units.begins_on), units.ends_on)`
  const rows = await db
    .selectFrom('unit_tree')
    .innerJoin('units', 'units.id', 'unit_tree.unit_id')
    .select('unit_tree.unit_id as id')
    .distinct()
    .where('ancestor_id', '=', unitId)
    .where(sql<boolean>`${day} between unit_tree.valid_from and unit_tree.valid_to`)
    .execute()
  return rows.map(({ id }) => id)
}
