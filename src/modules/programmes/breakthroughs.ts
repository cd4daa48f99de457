// The source indicator `programmes.breakthroughs`: how many breakthrough contents a unit chose for each year.

import { type SourceValue, syncSource } from '#modules/indicators/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { listBreakthroughs } from './store/programmes.ts'

export const BREAKTHROUGHS = 'programmes.breakthroughs'

/** A content that runs over several years counts in each. */
export async function countBreakthroughs(db: Db): Promise<SourceValue[]> {
  const counts = new Map<string, SourceValue>()
  for (const { unit_id: unitId, starts_on, ends_on } of await listBreakthroughs(db))
    for (let year = Number(starts_on.slice(0, 4)); year <= Number(ends_on.slice(0, 4)); year += 1) {
      const before = counts.get(`${unitId} ${year}`)?.value ?? '0'
      counts.set(`${unitId} ${year}`, { unitId, period: String(year), value: String(Number(before) + 1) })
    }
  return [...counts.values()]
}

/** Brings the indicator up to the programmes, in the transaction that changed them. */
export async function syncBreakthroughs(tx: Tx): Promise<void> {
  await syncSource(tx, BREAKTHROUGHS, await countBreakthroughs(tx))
}
