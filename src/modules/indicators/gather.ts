// One window's values of indicators that are reported (not derived), at the rows of one asking.

import { Big, plain } from '#kernel/decimal.ts'
import { loadSuccession } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { AskedUnit, Asking } from './asked.ts'
import { livesOf } from './ground.ts'
import { type Leaf, overTime, type Timed } from './rules/over-time.ts'
import { ALL, type Gathered, type Ground, overUnits } from './rules/over-units.ts'
import type { Indicator } from './schema.ts'
import { type Standing, standOn, type Window } from './standing.ts'
import { periodsInside } from './store/definitions.ts'
import { listHeldPeriods, readLeaves } from './store/leaves.ts'
import { readSums } from './store/sums.ts'

/** Values by indicator code and unit id; `rows` are the asking's, now known also for the ground of an ended unit. */
export type Harvest = { rows: AskedUnit[]; values: Map<string, Map<number, Gathered>> }

/**
 * Gathers `indicators` (with the weights they need) for one window at one asking.
 * Three or four statements, however many indicators and units.
 */
export async function gather(
  db: Db,
  indicators: readonly Indicator[],
  window: Window,
  asking: Asking,
): Promise<Harvest> {
  const succession = await loadSuccession(db)
  const periods = await periodsInside(db, [window.period])
  const ids = indicators.map((i) => i.id)
  const held = Map.groupBy(
    await listHeldPeriods(
      db,
      ids,
      periods.map((p) => p.id),
    ),
    (pair) => pair.indicator_id,
  )

  const isFolded = (i: Indicator) =>
    window.borders === 'then' &&
    (i.acrossUnits === 'sum' || i.acrossUnits === 'mean') &&
    (held.get(i.id)?.length ?? 0) <= 1 &&
    (i.acrossTime !== 'none' ||
      held.get(i.id)?.[0]?.period_id === periods.find((p) => p.code === window.period.code)?.id)

  const folded = indicators.filter(isFolded)
  const others = indicators.filter((i) => !isFolded(i))
  const pairs = folded.flatMap((i) => held.get(i.id) ?? [])
  const values = await fromSums(db, folded, pairs, window, asking)
  if (others.length === 0 && !asking.endedUnit) return { rows: asking.rows, values }

  const standing = await standOn(db, window, asking, periods, succession)
  // A weight is read with what it weighs, also when its own sums are folded.
  const read = indicators.filter((i) => others.includes(i) || others.some((other) => other.weight === i.code))
  const query = { indicatorIds: read.map((i) => i.id), periods, scope: standing.scope, state: window.state }
  const leaves = await readLeaves(db, query)
  for (const indicator of others)
    values.set(indicator.code, fromLeaves(indicator, read, leaves, window, standing, livesOf(succession)))
  return { rows: standing.rows, values }
}

/** The fast way: sums of the tree, kept per stored period. */
async function fromSums(
  db: Db,
  indicators: readonly Indicator[],
  pairs: readonly { indicator_id: number; period_id: number }[],
  { state }: Window,
  { rows, tree }: Asking,
): Promise<Map<string, Map<number, Gathered>>> {
  const byUnit = rows.some((row) => row.id === ALL)
    ? [...rows.map((r) => r.id), ...tree.roots]
    : rows.map((r) => r.id)
  const sums = await readSums(db, pairs, byUnit, state)
  const found = new Map(sums.map((s) => [`${s.indicator_id}:${s.unit_id}`, s]))
  return new Map(
    indicators.map((indicator) => [
      indicator.code,
      new Map(rows.map(({ id }) => [id, settle(indicator, id === ALL ? tree.roots : [id])])),
    ]),
  )

  function settle(indicator: Indicator, unitIds: readonly number[]): Gathered {
    const parts = unitIds.flatMap((id) => found.get(`${indicator.id}:${id}`) ?? [])
    const count = (pick: (s: (typeof sums)[number]) => number) =>
      parts.reduce((sum, part) => sum + pick(part), 0)
    const reported = count((s) => s.reported)
    const asked = indicator.source ? 0 : unitIds.reduce((sum, id) => sum + tree.leafCount(id), 0)
    const outside = indicator.source ? reported : count((s) => s.outside)
    return {
      value: total(
        parts.map((s) => s.total!),
        indicator.acrossUnits === 'mean' ? reported : 1,
      ),
      reported,
      expected: asked + outside,
      restated: false,
      notRestated: null,
      estimates: count((s) => s.estimate),
      preliminary: count((s) => s.preliminary),
    }
  }
}

const total = (values: readonly string[], divisor: number): string | null => {
  if (values.length === 0) return null
  const sum = values.reduce((a, b) => a.plus(b), new Big(0))
  return plain(divisor > 1 ? sum.div(divisor).round(10) : sum)
}

/** The general way: over time per unit, then over units, on exact decimals. */
export function fromLeaves(
  indicator: Indicator,
  all: readonly Indicator[],
  leaves: ReadonlyMap<number, readonly Leaf[]>,
  { period }: Pick<Window, 'period'>,
  { rows, ground, expected }: Pick<Standing, 'rows' | 'ground' | 'expected'>,
  lives: ReturnType<typeof livesOf>,
): Map<number, Gathered> {
  const timed = timedOf(indicator)
  const weights = indicator.weight ? timedOf(all.find((i) => i.code === indicator.weight)!) : []
  const weightOf = new Map<number, string>()
  for (const w of weights) weightOf.set(w.unit, plain(new Big(weightOf.get(w.unit) ?? 0).plus(w.value)))
  const asked = rows.map((r) => r.id)
  return overUnits(
    timed,
    indicator.acrossUnits,
    asked,
    ground,
    indicator.source ? [] : expected,
    (unit) => weightOf.get(unit) ?? null,
  )

  function timedOf(i: Indicator): Timed[] {
    return overTime(leaves.get(i.id) ?? [], period, i, lives)
  }
}

/** Every contribution to a reported indicator in a window, and the ground it stands on: what lineage is drawn from. */
export async function traceContributions(
  db: Db,
  indicator: Indicator,
  window: Window,
  asking: Asking,
  breakdownId = 0,
): Promise<{ timed: Timed[]; ground: Ground }> {
  const succession = await loadSuccession(db)
  const periods = await periodsInside(db, [window.period])
  const { ground, scope } = await standOn(db, window, asking, periods, succession)
  const query = { indicatorIds: [indicator.id], periods, scope, state: window.state, breakdownId }
  const leaves = (await readLeaves(db, query)).get(indicator.id) ?? []
  return { timed: overTime(leaves, window.period, indicator, livesOf(succession)), ground }
}
