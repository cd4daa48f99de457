import type { Day } from '#kernel/day.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { AskedUnit } from './asked.ts'
import { ALL } from './rules/over-units.ts'

/** Units as they were called on a day; an ended one as on its last day, a later one as on its first. */
export async function namesOf(db: Db, ids: readonly number[], onDay: Day): Promise<Map<number, AskedUnit>> {
  const names = await listUnitNames(db, [...new Set(ids)], onDay)
  return new Map([
    [ALL, { id: ALL, code: 'all', name: 'all' }],
    ...names.map(({ id, code, name }) => [id, { id, code, name }] as const),
  ])
}
