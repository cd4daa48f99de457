// Which units a figure is made of, then and now, and which of then became which of now.

import type { Day } from '#kernel/day.ts'
import {
  type Below,
  byCode,
  land,
  loadSuccession,
  loadTrees,
  type Succession,
  type Tree,
  unitsUnder,
} from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'

/** Part of an old unit's ground; `share` 1 is all of it. */
export type Origin = { unit: number; share: string }

export type Ground = {
  then: Tree
  now: Tree
  /** The units below the owner, in the order of their codes. */
  ofThen: readonly number[]
  ofNow: readonly number[]
  /** What each unit of now came from; a unit that only went on has itself. Ground of unknown shares is left out. */
  origins: ReadonlyMap<number, readonly Origin[]>
  /** The day on which units became others and the resolution behind it, where all of them say the same. */
  since: Day | null
  basis: string | null
}

/**
 * @param owner null: all roots together.
 * @param thenDay the last day of the period, or the owner's own last day when that came first.
 * @param nowDay the day of the other borders.
 */
export async function loadGround(
  db: Db,
  owner: number | null,
  thenDay: Day,
  nowDay: Day,
  below: Below = 'children',
): Promise<Ground> {
  const trees = await loadTrees(db, [thenDay, nowDay])
  const [then, now] = [trees.get(thenDay)!, trees.get(nowDay)!]
  const succession = await loadSuccession(db)
  const ofThen = unitsUnder(then, owner, below)
  const landings = ofThen.map((unit) => ({ unit, landing: land(unit, succession, now, thenDay) }))
  const origins = new Map<number, Origin[]>()
  for (const { unit, landing } of landings) {
    const parts = landing.kind === 'shares' ? landing.parts : []
    for (const to of landing.kind === 'same' ? [{ unit, share: '1' }] : parts)
      origins.set(to.unit, [...(origins.get(to.unit) ?? []), { unit, share: to.share }])
  }
  const reached = landings.flatMap(({ unit, landing }) => {
    if (landing.kind === 'unknown') return landing.successors
    return landing.kind === 'same' ? [unit] : landing.parts.map((part) => part.unit)
  })
  const isThere = owner === null || now.units.has(owner)
  const ofNow = isThere ? unitsUnder(now, owner, below) : [...new Set(reached)].sort(byCode(now))
  return { then, now, ofThen, ofNow, origins, ...eventOf(succession, ofThen, thenDay) }
}

/** The one day, and the one basis, of all that happened to these units since. */
function eventOf(succession: Succession, units: readonly number[], after: Day) {
  const links = units.flatMap((unit) => succession.leaving(unit).filter(({ date }) => date > after))
  const days = new Set(links.map(({ date }) => date))
  const bases = new Set(links.map(({ basis }) => basis))
  return {
    since: days.size === 1 ? [...days][0]! : null,
    basis: bases.size === 1 ? [...bases][0]! : null,
  }
}

/** True when the units of now are other units than those of then, so that there is something to choose. */
export const hasChanged = ({ ofThen, ofNow }: Ground): boolean =>
  ofThen.length !== ofNow.length || ofThen.some((unit, i) => unit !== ofNow[i])
