// An indicator parted by its breakdown: what each item came to at one unit.

import type { Decimal } from '#kernel/decimal.ts'
import type { Db } from '#platform/db/db.ts'
import { resolveAsked } from './asked.ts'
import { traceContributions } from './gather.ts'
import type { LineageQuery } from './lineage.ts'
import { pick, readPeriod } from './roll-up.ts'
import { overUnits } from './rules/over-units.ts'
import { listBreakdowns, loadIndicators } from './store/definitions.ts'

/** One item of a breakdown, for instance `export` of `channel`. */
export type ItemValue = { dimension: string; item: string; value: Decimal }

/**
 * The items of an indicator's breakdown rolled up to one unit, in the borders asked for. Items without a value are left
 * out; an indicator without a breakdown has none.
 */
export async function rollupItems(
  db: Db,
  { indicator: code, period, unit, borders, today }: LineageQuery,
): Promise<ItemValue[]> {
  const indicator = pick(await loadIndicators(db), code)
  if (!indicator.breakdown || indicator.formula) return []
  const window = {
    period: readPeriod(period),
    borders: borders === 'now' ? today : borders,
    level: 'self',
    state: 'approved',
  } as const
  const codes = unit === 'all' ? 'all' : [unit]
  const [asking] = await resolveAsked(db, codes, window.period, window.borders, 'self')
  const self = asking!.endedUnit ?? asking!.rows[0]!

  const items: ItemValue[] = []
  for (const [id, key] of await listBreakdowns(db)) {
    const [dimension = '', item = ''] = key.split('=', 2)
    if (id === 0 || dimension !== indicator.breakdown.split(':')[0]) continue
    const { timed, ground } = await traceContributions(db, indicator, window, asking!, id)
    const value = overUnits(timed, indicator.acrossUnits, [self.id], ground, []).get(self.id)?.value
    if (value !== null && value !== undefined) items.push({ dimension, item, value })
  }
  return items
}
