// Reading a unit's figures in the borders of another day (`design.md` §3.3): where did its ground lie on that
// day?

import type { Day } from '#kernel/day.ts'
import { Big, type Decimal, plain } from '#kernel/decimal.ts'
import { dayBefore, nearestDay } from './spans.ts'
import { gatherings, partings, type Succession } from './succession.ts'
import type { Tree } from './tree.ts'

/**
 * Where a unit's ground lies; units are in the order of their codes. `shares`: the parts come to exactly 1.
 * `unknown`: its figure counts in full at `at`, the lowest unit of that day's tree that holds all possible
 * `successors` (none when nobody wrote down where it went), and gives no value below; null is all roots
 * together.
 */
export type Landing =
  | { kind: 'same' }
  | { kind: 'shares'; parts: { unit: number; share: Decimal }[] }
  | { kind: 'unknown'; successors: number[]; at: number | null }

/**
 * Where the ground that was unit `id` on the day `measuredOn` lies in `tree`. Onwards through successions,
 * shares multiplied; backwards wholly to the one unit that all of it came from. One unknown share on the way,
 * or, backwards, several origins, make the whole unknown: nothing is guessed, nothing is lost.
 *
 * @param measuredOn a day of the unit's life; when not given, the nearest one to the tree's day, so that a
 *   unit that stands in the tree is the same. Given, ground that the unit passed on or took in between the
 *   two days is followed.
 */
export function land(id: number, succession: Succession, tree: Tree, measuredOn = tree.on): Landing {
  const start = nearestDay(succession.life(id), measuredOn)
  const walk = start <= tree.on ? onwards : backwards
  const steps: Steps = { succession, tree, landed: new Map(), strays: [] }
  walk(steps, id, new Big(1), start, (stray) => lookBelow(steps, walk, stray))
  return landing(id, steps)
}

type Share = Big | null
type Steps = {
  succession: Succession
  tree: Tree
  /** Units of the tree that were reached, with what is known of their shares. */
  landed: Map<number, Share>
  /** For ground that nobody wrote down: the unit of the tree that must hold it. */
  strays: (number | null)[]
}
type Stray = { id: number; day: Day }
type Walk = (steps: Steps, id: number, share: Share, day: Day, lost: (stray: Stray) => void) => void

const onwards: Walk = (steps, id, share, day, lost) => {
  const [next] = partings(steps.succession, id, day, steps.tree.on)
  if (!next) arrive(steps, id, share, lost)
  for (const part of next?.parts ?? [])
    if (!part.share?.eq(0)) onwards(steps, part.unit, times(share, part.share), next!.date, lost)
}

const backwards: Walk = (steps, id, share, day, lost) => {
  const [next] = gatherings(steps.succession, id, day, steps.tree.on)
  if (!next) arrive(steps, id, share, lost)
  const passed = next?.sources.length === 1 ? share : null
  for (const source of next?.sources ?? []) backwards(steps, source, passed, dayBefore(next!.date), lost)
}

function arrive({ succession, tree, landed }: Steps, id: number, share: Share, lost: (stray: Stray) => void) {
  if (tree.units.has(id)) {
    const before = landed.get(id)
    landed.set(id, before === undefined ? share : plus(before, share))
  } else {
    lost({ id, day: nearestDay(succession.life(id), tree.on) })
  }
}

/** A unit without successors, a district whose level was abolished, lives on in those that stood under it. */
function lookBelow(steps: Steps, walk: Walk, { id, day }: Stray): void {
  const children = steps.succession.childrenOn(id, day, steps.tree.hierarchy)
  for (const child of children) walk(steps, child, null, day, (stray) => lookBelow(steps, walk, stray))
  if (children.length === 0) lookAbove(steps, walk, { id, day })
}

/** A unit that left no trace is held by whoever it stood under. */
function lookAbove(steps: Steps, walk: Walk, { id, day }: Stray): void {
  const parent = steps.succession.parentOn(id, day, steps.tree.hierarchy)
  if (parent === null) {
    steps.strays.push(null)
    return
  }
  const above: Steps = { ...steps, landed: new Map() }
  walk(above, parent, null, day, (stray) => lookAbove(steps, walk, stray))
  if (above.landed.size > 0) steps.strays.push(steps.tree.lowestCommon([...above.landed.keys()]))
}

function landing(id: number, { tree, landed, strays }: Steps): Landing {
  const codeOf = (unit: number) => tree.units.get(unit)!.code
  const units = [...landed.keys()].sort((a, b) => (codeOf(a) < codeOf(b) ? -1 : 1))
  const parts = units.flatMap((unit) => {
    const share = landed.get(unit)
    return share ? [{ unit, share: plain(share) }] : []
  })
  if (strays.length > 0 || parts.length < units.length || parts.length === 0) {
    const at = strays.includes(null)
      ? null
      : tree.lowestCommon([...units, ...strays.filter((s) => s !== null)])
    return { kind: 'unknown', successors: units, at }
  }
  return parts.length === 1 && parts[0]!.unit === id ? { kind: 'same' } : { kind: 'shares', parts }
}

const times = (a: Share, b: Share): Share => (a && b ? a.times(b) : null)
const plus = (a: Share, b: Share): Share => (a && b ? a.plus(b) : null)
