// An indicator's values in many windows at once, at many units: read once, whatever the number of windows.

import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import { contains, overlaps, type Period } from '#kernel/period.ts'
import { loadSuccession } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Asking } from './asked.ts'
import { fromLeaves } from './gather.ts'
import { livesOf } from './ground.ts'
import { reportedParts, valueAt } from './roll-up.ts'
import { ALL, type Gathered } from './rules/over-units.ts'
import type { Indicator } from './schema.ts'
import { standOn, type Window } from './standing.ts'
import { periodsInside, type StoredPeriod } from './store/definitions.ts'
import { listHeldPeriods, readLeaves } from './store/leaves.ts'
import { readSums, type Sum } from './store/sums.ts'

/** One point of a course: what it is called, and the days that it takes together. */
export type Step = { code: string; window: Period }

/** Chooses the points from what was reported inside the period, indicator by indicator. */
export type ChooseSteps = (held: readonly (readonly Period[])[], indicator: Indicator) => Step[]

/** `values` by unit id, in the order of `steps`; units that are too many to follow have none. */
export type Series = { steps: Step[]; values: Map<number, (Decimal | null)[]> }

type Values = Map<string, Map<number, Gathered>>

/** Six to ten statements. @param mostSlow of more units, only the first is followed where sums are not kept. */
export async function readSeries(
  db: Db,
  indicator: Indicator,
  defined: ReadonlyMap<string, Indicator>,
  window: Window,
  asking: Asking,
  { choose, mostSlow }: { choose: ChooseSteps; mostSlow: number },
): Promise<Series> {
  const parts = reportedParts([indicator], defined)
  const inside = await heldBy(db, parts, [window.period])
  const steps = choose([...inside.values()], indicator)
  const windows = steps.map((step) => step.window)
  const isInside = windows.every((w) => contains(window.period, w))
  const held = isInside ? inside : await heldBy(db, parts, windows)

  const isKept = parts.every((part) => canSum(part, held.get(part.id) ?? [], windows, window))
  const followed = isKept ? asking.rows : asking.rows.slice(0, asking.rows.length > mostSlow ? 1 : undefined)
  const ask = { ...asking, rows: followed }
  const harvests = isKept
    ? await sumSteps(db, parts, held, windows, window, ask)
    : await addUpSteps(db, parts, held, windows, window, ask)
  const readAt = (values: Values, unit: number) =>
    valueAt(indicator, unit, { rows: [], values }, defined).value
  return {
    steps,
    values: new Map(followed.map(({ id }) => [id, harvests.map((values) => readAt(values, id))])),
  }
}

/** The stored periods inside the windows that hold values of each indicator. */
async function heldBy(db: Db, parts: readonly Indicator[], windows: readonly Period[]) {
  const periods = await periodsInside(db, windows)
  const byId = new Map(periods.map((p) => [p.id, p]))
  const ids = parts.map(({ id }) => id)
  const pairs = await listHeldPeriods(db, ids, [...byId.keys()])
  const held = new Map<number, StoredPeriod[]>(ids.map((id) => [id, []]))
  for (const { indicator_id, period_id } of pairs) held.get(indicator_id)!.push(byId.get(period_id)!)
  return held
}

/** True when kept sums say what every window comes to: flows that do not overlap, or one report a window. */
function canSum(
  { acrossUnits, acrossTime }: Indicator,
  held: readonly Period[],
  windows: readonly Period[],
  { borders }: Window,
): boolean {
  if (borders !== 'then' || (acrossUnits !== 'sum' && acrossUnits !== 'mean')) return false
  const isOnce = windows.every((w) => held.filter((p) => contains(w, p)).length <= 1)
  if (isOnce) return acrossTime !== 'none' || held.every((p) => windows.some((w) => w.code === p.code))
  const isApart = held.every((p, i) => held.every((q, j) => i === j || !overlaps(p, q)))
  return acrossUnits === 'sum' && acrossTime === 'sum' && isApart
}

/** The fast way. */
async function sumSteps(
  db: Db,
  parts: readonly Indicator[],
  held: ReadonlyMap<number, readonly StoredPeriod[]>,
  windows: readonly Period[],
  { state }: Window,
  { rows, tree }: Asking,
): Promise<Values[]> {
  const pairs = [...held].flatMap(([id, list]) => list.map((p) => ({ indicator_id: id, period_id: p.id })))
  const asked = rows.flatMap(({ id }) => (id === ALL ? tree.roots : [id]))
  const sums = Map.groupBy(
    await readSums(db, pairs, asked, state),
    (s) => `${s.indicator_id}:${s.period_id}:${s.unit_id}`,
  )
  return windows.map((window) => {
    const valuesOf = (part: Indicator, unit: number) => {
      const periods = held.get(part.id)!.filter((p) => contains(window, p))
      const units = unit === ALL ? tree.roots : [unit]
      const found = periods.flatMap((p) => units.flatMap((u) => sums.get(`${part.id}:${p.id}:${u}`) ?? []))
      return settle(part, found)
    }
    return new Map(parts.map((part) => [part.code, new Map(rows.map(({ id }) => [id, valuesOf(part, id)]))]))
  })
}

function settle({ acrossUnits }: Indicator, found: readonly Sum[]): Gathered {
  const total = found.reduce((sum, s) => sum.plus(s.total!), new Big(0))
  const reported = found.reduce((sum, s) => sum + s.reported, 0)
  const value = acrossUnits === 'mean' && reported > 0 ? total.div(reported).round(10) : total
  return { ...NOTHING, value: found.length === 0 ? null : plain(value), reported }
}

const NOTHING: Gathered = {
  value: null,
  reported: 0,
  expected: 0,
  restated: false,
  notRestated: null,
  estimates: 0,
  preliminary: 0,
}

/** The general way: values of all windows read at once, each window added up from them. */
async function addUpSteps(
  db: Db,
  parts: readonly Indicator[],
  held: ReadonlyMap<number, readonly StoredPeriod[]>,
  windows: readonly Period[],
  window: Window,
  asking: Asking,
): Promise<Values[]> {
  const succession = await loadSuccession(db)
  const periods = [...new Map([...held.values()].flat().map((p) => [p.id, p])).values()]
  const first = windows.reduce((a, b) => (a.startsOn < b.startsOn ? a : b), window.period)
  const whole = { ...window.period, startsOn: first.startsOn }
  // Whatever lies below lies below the first
  const own = { ...asking, rows: asking.rows.slice(0, 1) }
  const { ground, scope } = await standOn(db, { ...window, period: whole }, own, periods, succession)
  const query = { indicatorIds: parts.map(({ id }) => id), periods, scope, state: window.state }
  const leaves = await readLeaves(db, query)
  const standing = { rows: asking.rows, ground, expected: [] }
  const lives = livesOf(succession)
  return windows.map(
    (period) =>
      new Map(parts.map((part) => [part.code, fromLeaves(part, parts, leaves, { period }, standing, lives)])),
  )
}
