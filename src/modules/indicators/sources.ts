// Source indicators are computed from another module's records instead of being reported: one entry, many reports.

import type { Tx } from '#platform/db/db.ts'
import { ensurePeriods } from './store/definitions.ts'
import { listSourceIndicators, replaceSourceValues } from './store/sources.ts'
import { markPending } from './store/sums.ts'

/** What a source gives: a value of a unit for a period. Pairs that are not given have no value. */
export type SourceValue = { unitId: number; period: string; value: string }

/**
 * Brings the values of a source's indicators up to its records, in the transaction that changed them, so that every
 * roll-up has them at commit. Does nothing while no indicator asks for the source.
 */
export async function syncSource(tx: Tx, source: string, values: readonly SourceValue[]): Promise<void> {
  const indicatorIds = await listSourceIndicators(tx, source)
  if (indicatorIds.length === 0) return
  const periods = await ensurePeriods(
    tx,
    values.map((v) => v.period),
  )
  const rows = values.map((v) => ({ unitId: v.unitId, periodId: periods.get(v.period)!, value: v.value }))
  for (const indicatorId of indicatorIds)
    for (const periodId of await replaceSourceValues(tx, indicatorId, rows))
      await markPending(tx, periodId, [indicatorId])
}
