import { type Day, maxDay } from '#kernel/day.ts'
import { dayOfUnit } from '#modules/indicators/index.ts'
import type { Below } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Ground, loadGround } from './ground.ts'

type Asked = { unit: string; period: string; borders: string; below: Below; today: Day }

/**
 * The ground of a reading, with the id of the unit that is meant (null: all roots). `now` is today, or the day whose
 * borders are asked for.
 * @throws UnitProblem.notFound
 */
export async function groundOf(
  db: Db,
  { unit, period, borders, below, today }: Asked,
): Promise<Ground & { owner: number | null }> {
  const { id, thenDay } = await dayOfUnit(db, unit, period, borders === 'now' ? today : borders)
  const day = borders === 'then' ? maxDay(thenDay, today) : borders === 'now' ? today : borders
  return { ...(await loadGround(db, id, thenDay, day, below)), owner: id }
}
