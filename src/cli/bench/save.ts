import { sql } from 'kysely'
import { saveForm, saveReport } from '#modules/indicators/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { House } from '#platform/db/house.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { type BenchResult, compare, sample } from './result.ts'
import { makeWorld, randomFrom, SEED } from './world.ts'

const CELLS = 40
const SAVES = 400
const WARM_UP = 40

/**
 * A form of 40 values saved and submitted: opened, checked, written as a version, its values and markers in place, and
 * audited, all in one transaction; beside a bare upsert of 40 values in a transaction of its own.
 */
export async function benchSave(house: House): Promise<BenchResult> {
  const world = await makeWorld(house, SAVES + WARM_UP, CELLS)
  const ids = await house.transact(async (tx) => {
    const { rows } = await sql<{ id: number }>`select id from indicators order by id`.execute(tx)
    const indicatorIds = rows.map((row) => row.id)
    await saveForm(tx, { code: 'bench', name: 'bench', nameEn: null, frequency: 'month', indicatorIds })
    return indicatorIds
  })
  const random = randomFrom(SEED)
  const values = world.indicators.map((indicator) => ({ indicator, value: (random() * 1_000).toFixed(2) }))
  const at = new Date()

  const save = (n: number) =>
    house.transact(async (tx) => {
      const key = { form: 'bench', unit: world.communes[n]!, period: '202401' }
      const saved = await saveReport(tx, key, { values, submit: true }, { by: 'bench', at })
      const entry = {
        action: 'report.save',
        subject: saved.subject,
        unitId: saved.unitId,
        details: saved.changes,
      } as const
      await writeAudit(tx, OPERATOR, at, entry)
    })
  const upsert = (n: number) =>
    house.transact(async (tx) => {
      await sql`
        insert into indicator_values (indicator_id, period_id, unit_id, breakdown_id, approved, submitted)
        select i, -1, ${n}, 0, v, v from unnest(${ids}::int[], ${values.map((v) => v.value)}::numeric[]) u (i, v)
        on conflict (indicator_id, period_id, unit_id, breakdown_id) do update set submitted = excluded.submitted`.execute(
        tx,
      )
    })
  await sample(WARM_UP, (n) => upsert(SAVES + n))
  await sample(WARM_UP, (n) => save(SAVES + n))
  // In turns, so that a slow moment of the machine touches both.
  const ours: number[] = []
  const theirs: number[] = []
  for (let n = 0; n < SAVES; n += 1) {
    theirs.push(...(await sample(1, () => upsert(n))))
    ours.push(...(await sample(1, () => save(n))))
  }
  return compare(
    'save',
    `forms of ${CELLS} values, 1 client`,
    1,
    ours,
    'bare upsert of 40 values, raw SQL',
    theirs,
  )
}
