// An indicator parted by its breakdown: what each item came to at one unit.

import type { Decimal } from '#kernel/decimal.ts'
import type { Db } from '#platform/db/db.ts'
import { traceContributions } from './gather.ts'
import { askOne, type LineageQuery } from './lineage.ts'
import { pick } from './roll-up.ts'
import { parseDimension } from './rules/breakdown.ts'
import { overUnits } from './rules/over-units.ts'
import { listBreakdowns, loadIndicators } from './store/definitions.ts'

/** One item of a breakdown, for instance `export` of `channel`. */
export type ItemValue = { dimension: string; item: string; value: Decimal }

/**
 * The items of an indicator's breakdown rolled up to one unit, in the borders asked for. Items without a value are left
 * out; an indicator without a breakdown has none.
 */
export async function rollupItems(db: Db, { indicator: code, ...asked }: LineageQuery): Promise<ItemValue[]> {
  const indicator = pick(await loadIndicators(db), code)
  const dimension = parseDimension(indicator.breakdown)?.name
  if (!dimension || indicator.formula) return []
  const { window, asking, self } = await askOne(db, asked)

  const items: ItemValue[] = []
  for (const [id, key] of await listBreakdowns(db)) {
    const [name, item = ''] = key.split('=', 2)
    if (id === 0 || name !== dimension) continue
    const { timed, ground } = await traceContributions(db, indicator, window, asking, id)
    const value = overUnits(timed, indicator.acrossUnits, [self.id], ground, []).get(self.id)?.value
    if (value !== null && value !== undefined) items.push({ dimension, item, value })
  }
  return items
}
