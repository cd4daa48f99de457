import { sql } from 'kysely'
import { foldAll, rollup } from '#modules/indicators/index.ts'
import type { House } from '#platform/db/house.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { importText, makeWorld, SEED, valuesFile } from './world.ts'

const INDICATORS = 20
const COMMUNES = 600
const SAMPLES = 15

/**
 * A dashboard, 20 indicators × 12 months × the 10 districts, beside the same numbers from a hand-made table of sums;
 * and beside grouping the values themselves.
 */
export async function benchRollup(house: House): Promise<BenchResult[]> {
  const world = await makeWorld(house, COMMUNES, INDICATORS)
  await importText(house, 'values.csv', valuesFile(world))
  await foldAll(house.transact)
  await sql`
    create table hand_made as
    select v.indicator_id, v.period_id, s.parent_id, sum(v.approved) as total
      from indicator_values v join unit_states s on s.unit_id = v.unit_id group by 1, 2, 3`.execute(house.db)
  await sql`alter table hand_made add primary key (indicator_id, period_id, parent_id)`.execute(house.db)
  await sql`analyze`.execute(house.db)

  const today = new Date().toISOString().slice(0, 10)
  const query = {
    indicators: world.indicators,
    periods: world.months,
    units: ['P'],
    level: 'children',
    borders: 'then',
    state: 'approved',
    today,
  } as const
  const cells = INDICATORS * world.months.length * 10
  const read = async () => {
    const rows = await rollup(house.db, query)
    if (rows.length !== cells || rows.some((row) => row.value === null))
      throw new Error('bench: cells are missing')
  }
  const raw = async (query: ReturnType<typeof sql>) => {
    if ((await query.execute(house.db)).rows.length !== cells) throw new Error('bench: cells are missing')
  }
  const handMade = () => raw(sql`select * from hand_made where indicator_id > 0 and period_id > 0`)
  const grouped = () =>
    raw(sql`
      select v.indicator_id, v.period_id, s.parent_id, sum(v.approved)
        from indicator_values v join unit_states s on s.unit_id = v.unit_id group by 1, 2, 3`)
  await sample(3, async () => void (await Promise.all([read(), handMade(), grouped()])))

  const ours = await sample(SAMPLES, read)
  const size = `${cells} cells of ${COMMUNES * INDICATORS * 12} values, seed ${SEED}`
  return [
    compare(
      'rollup',
      size,
      cells,
      ours,
      'the same cells from a hand-made table of sums, raw SQL',
      await sample(SAMPLES, handMade),
    ),
    compare(
      'rollup',
      size,
      cells,
      ours,
      'the same cells grouped from the values, raw SQL',
      await sample(SAMPLES, grouped),
    ),
  ]
}
