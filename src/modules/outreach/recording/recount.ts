// The indicators that are computed from outreach: `outreach.activities`, `outreach.reached`, and those of each form.

import type { Day } from '#kernel/day.ts'
import { type SourceValue, syncSource, syncSourcesAt } from '#modules/indicators/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { OUTREACH_SOURCES, sharesOf } from '../rules/sources.ts'
import { monthOf } from '../rules/tally.ts'
import { countMonths, type MonthCount, type UnitMonth } from '../store/counts.ts'

/**
 * Brings the indicators up to the activities of these units and days, in the transaction that changed them. Whoever
 * registers a source (`registerOutreach`) calls it for each record that begins or ceases to count, or moves.
 */
export async function recountOutreach(
  tx: Tx,
  touched: readonly { unitId: number; heldOn: Day }[],
): Promise<void> {
  const places = new Map<string, UnitMonth>()
  for (const { unitId, heldOn } of touched)
    places.set(`${unitId} ${monthOf(heldOn)}`, { unitId, period: monthOf(heldOn) })
  await syncSourcesAt(tx, OUTREACH_SOURCES, [...places.values()], async (cells) =>
    valuesOf(await countMonths(tx, cells)),
  )
}

/** The same for every unit and month: for when such an indicator is defined after its activities. */
export async function recountAllOutreach(tx: Tx): Promise<void> {
  const values = await readOutreachValues(tx)
  for (const source of OUTREACH_SOURCES) await syncSource(tx, source, values.get(source) ?? [])
}

/** What the activities come to, by source. */
export const readOutreachValues = async (db: Db): Promise<Map<string, SourceValue[]>> =>
  valuesOf(await countMonths(db, null))

function valuesOf(counts: readonly MonthCount[]): Map<string, SourceValue[]> {
  const values = new Map<string, SourceValue[]>()
  for (const inMonth of Map.groupBy(counts, ({ unitId, period }) => `${unitId} ${period}`).values()) {
    const { unitId, period } = inMonth[0]!
    for (const { source, value } of sharesOf(inMonth))
      if (value !== null) values.getOrInsertComputed(source, () => []).push({ unitId, period, value })
  }
  return values
}
