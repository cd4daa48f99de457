import { sql } from 'kysely'
import type { House } from '#platform/db/house.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { importText, makeWorld, SEED, valuesFile } from './world.ts'

const COMMUNES = 600
const INDICATORS = 30
const SAMPLES = 3
const CHUNK = 10_000

/**
 * A long CSV of values, parsed, checked and written as report versions with their values, markers and audit, beside
 * raw SQL that merges the same rows, already parsed, from a stage into the same table.
 */
export async function benchImport(house: House): Promise<BenchResult> {
  const world = await makeWorld(house, COMMUNES, INDICATORS)
  const file = valuesFile(world)
  const size = file.length - 1
  const rows = await parsed(house, file)

  const theirs: number[] = []
  const ours: number[] = []
  for (let n = 0; n < SAMPLES; n += 1) {
    theirs.push(...(await sample(1, () => mergeRaw(house, rows))))
    await clear(house)
    ours.push(...(await sample(1, async () => void (await importText(house, `values-${n}.csv`, file)))))
    await clear(house)
  }
  return compare(
    'import',
    `${size} values, seed ${SEED}`,
    size,
    ours,
    'stage + merge into the same table, raw SQL',
    theirs,
  )
}

type Columns = { indicator: number[]; period: number[]; unit: number[]; value: string[] }

/** The same rows with their ids, as the raw statements get them: neither parsing nor checking is counted there. */
async function parsed(house: House, file: readonly string[]): Promise<Columns[]> {
  await importText(house, 'first.csv', file.slice(0, 2))
  await sql`insert into periods (code, kind, starts_on, ends_on)
    select '2024' || to_char(m, 'FM00'), 'month', make_date(2024, m, 1), (make_date(2024, m, 1) + interval '1 month - 1 day')::date
      from generate_series(1, 12) m on conflict do nothing`.execute(house.db)
  const ids = async (query: ReturnType<typeof sql<{ code: string; id: number }>>) =>
    new Map((await query.execute(house.db)).rows.map(({ code, id }) => [code, id]))
  const indicators = await ids(sql`select code, id from indicators`)
  const periods = await ids(sql`select code, id from periods`)
  const units = await ids(sql`select code, unit_id as id from unit_states`)
  await clear(house)
  const chunks: Columns[] = []
  for (let from = 1; from < file.length; from += CHUNK) {
    const cells = file.slice(from, from + CHUNK).map((line) => line.split(','))
    chunks.push({
      indicator: cells.map(([code]) => indicators.get(code!)!),
      unit: cells.map(([, code]) => units.get(code!)!),
      period: cells.map(([, , code]) => periods.get(code!)!),
      value: cells.map(([, , , value]) => value!),
    })
  }
  return chunks
}

async function mergeRaw(house: House, chunks: readonly Columns[]): Promise<void> {
  await house.transact(async (tx) => {
    await sql`create temp table raw_stage (indicator_id int, period_id int, unit_id int, value numeric)`.execute(
      tx,
    )
    for (const c of chunks)
      await sql`insert into raw_stage select * from unnest(${c.indicator}::int[], ${c.period}::int[], ${c.unit}::int[],
                                                           ${c.value}::numeric[])`.execute(tx)
    await sql`
      insert into indicator_values (indicator_id, period_id, unit_id, breakdown_id, approved, submitted, approved_quality, submitted_quality)
      select indicator_id, period_id, unit_id, 0, value, value, 2, 2 from raw_stage
      on conflict (indicator_id, period_id, unit_id, breakdown_id) do update
        set approved = excluded.approved, submitted = excluded.submitted`.execute(tx)
    await sql`drop table raw_stage`.execute(tx)
  })
}

const clear = async (house: House) => {
  await sql`truncate indicator_values, report_versions, reports, rollup_pending, rollups`.execute(house.db)
}
