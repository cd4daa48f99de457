// Source indicators are computed from another module's records instead of being reported: one entry, many reports.

import type { Tx } from '#platform/db/db.ts'
import { ensurePeriods } from './store/definitions.ts'
import { listSourceIndicators, lockSource, replaceSourceValues, writeSourceValues } from './store/sources.ts'
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

/** A unit and a period of which a source tells something. */
export type SourcePlace = { unitId: number; period: string }

/**
 * As `syncSource`, for some units and periods only, where reading all records at each write would take too long. Whoever
 * writes to the same unit and period waits here for the end of this transaction, and counts after it: `read` must
 * therefore ask the database and not its own memory.
 *
 * @param read the values of these places by source; a place without one has none.
 */
export async function syncSourcesAt(
  tx: Tx,
  sources: readonly string[],
  places: readonly SourcePlace[],
  read: (places: readonly SourcePlace[]) => Promise<Map<string, readonly SourceValue[]>>,
): Promise<void> {
  const wanted = new Map<string, number[]>()
  for (const source of sources) {
    const indicatorIds = await listSourceIndicators(tx, source)
    if (indicatorIds.length > 0) wanted.set(source, indicatorIds)
  }
  if (wanted.size === 0 || places.length === 0) return
  await lockSource(tx, [...wanted.keys()][0]!, places)
  const periods = await ensurePeriods(
    tx,
    places.map(({ period }) => period),
  )
  const stored = (at: SourcePlace) => ({ unitId: at.unitId, periodId: periods.get(at.period)! })
  const told = await read(places)
  for (const [source, indicatorIds] of wanted) {
    const values = (told.get(source) ?? []).map((v) => ({ ...stored(v), value: v.value }))
    for (const indicatorId of indicatorIds)
      for (const periodId of await writeSourceValues(tx, indicatorId, places.map(stored), values))
        await markPending(tx, periodId, [indicatorId])
  }
}
