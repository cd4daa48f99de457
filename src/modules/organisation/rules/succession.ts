import type { Day } from '#kernel/day.ts'
import { Big, type Decimal } from '#kernel/decimal.ts'
import type { Life, Span, SuccessionKind } from '../schema.ts'
import { dayBefore, holds, livesOn } from './spans.ts'

/** Ground or duties of `from` that pass to `into` on `date`; the two are the same when a unit went on. */
export type Link = {
  from: number
  into: number
  date: Day
  /** 0 to 1 of `from`; null is unknown. */
  share: Decimal | null
  kind: SuccessionKind
  basis: string | null
}
/** Under whom a unit stood in one tree on those days; null at a root. */
export type Standing = Span & { unit: number; hierarchy: string; parent: number | null }

/** All that is known of how units came, went and passed into each other. An id that is not a unit throws. */
export type Succession = {
  units(): readonly number[]
  life(id: number): Life
  endsOn(id: number): Day
  /** Links out of a unit and into it, in the order of their dates. */
  leaving(id: number): readonly Link[]
  entering(id: number): readonly Link[]
  /** The other units that got some of its ground, in the order of the dates. */
  successors(id: number): readonly { unit: number; share: Decimal | null; date: Day }[]
  /** The unit and all units that share ground with it through any number of successions, both ways. */
  kin(id: number): readonly number[]
  /** Who stood under a unit on a day, and under whom it stood; null at a root or where it did not exist. */
  childrenOn(id: number, day: Day, hierarchy: string): readonly number[]
  parentOn(id: number, day: Day, hierarchy: string): number | null
}

export function buildSuccession(
  lives: ReadonlyMap<number, Life>,
  links: readonly Link[],
  standings: readonly Standing[],
): Succession {
  const inOrder = links.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.into - b.into))
  const leaving = Map.groupBy(inOrder, (link) => link.from)
  const entering = Map.groupBy(inOrder, (link) => link.into)
  const above = Map.groupBy(standings, (standing) => standing.unit)
  const below = Map.groupBy(standings, (standing) => standing.parent)
  const there = (list: readonly Standing[] | undefined, day: Day, hierarchy: string) =>
    (list ?? []).filter((standing) => standing.hierarchy === hierarchy && holds(standing, day))

  const life = (id: number): Life => {
    const found = lives.get(id)
    if (!found) throw new Error(`There is no unit ${id}`)
    return found
  }
  const successors = (id: number) =>
    (leaving.get(id) ?? [])
      .filter((link) => link.into !== id)
      .map(({ into, share, date }) => ({ unit: into, share, date }))

  return {
    units: () => [...lives.keys()],
    life,
    endsOn: (id) => life(id).endsOn,
    leaving: (id) => leaving.get(id) ?? [],
    entering: (id) => entering.get(id) ?? [],
    successors,
    kin(id) {
      const found = new Set([life(id) && id])
      // A set hands out what is added to it while it is read.
      for (const unit of found) {
        for (const link of leaving.get(unit) ?? []) found.add(link.into)
        for (const link of entering.get(unit) ?? []) found.add(link.from)
      }
      return [...found]
    },
    childrenOn: (id, day, hierarchy) => there(below.get(id), day, hierarchy).map((standing) => standing.unit),
    parentOn: (id, day, hierarchy) => there(above.get(id), day, hierarchy)[0]?.parent ?? null,
  }
}

/**
 * Where a unit's ground went on one day: all of it, what it kept itself included. A null share is unknown.
 */
export type Parting = { date: Day; parts: readonly { unit: number; share: Big | null }[] }

/**
 * The days after `after` up to `until` on which the unit's ground went somewhere, in order. What the links of
 * a day leave stays with a unit that goes on: the rest of 1, or an unknown rest.
 */
export function partings(succession: Succession, id: number, after: Day, until: Day): Parting[] {
  const life = succession.life(id)
  const links = succession.leaving(id).filter((link) => after < link.date && link.date <= until)
  return [...Map.groupBy(links, (link) => link.date)].map(([date, list]) => {
    const parts = list.map((link) => ({
      unit: link.into,
      share: link.share === null ? null : new Big(link.share),
    }))
    const keepsRest = livesOn(life, date) && !list.some((link) => link.into === id)
    return { date, parts: keepsRest ? [...parts, { unit: id, share: restOf(parts) }] : parts }
  })
}

function restOf(parts: Parting['parts']): Big | null {
  return parts.reduce<Big | null>(
    (rest, part) => (rest && part.share ? rest.minus(part.share) : null),
    new Big(1),
  )
}

/**
 * The days after `until` up to `before`, last first, on which the unit got ground, and from whom: itself too
 * when it was there the day before.
 */
export function gatherings(
  succession: Succession,
  id: number,
  before: Day,
  until: Day,
): { date: Day; sources: readonly number[] }[] {
  const life = succession.life(id)
  const links = succession.entering(id).filter((link) => until < link.date && link.date <= before)
  return [...Map.groupBy(links.toReversed(), (link) => link.date)].map(([date, list]) => {
    const wasThere = livesOn(life, dayBefore(date)) ? [id] : []
    return { date, sources: [...new Set([...list.map((link) => link.from), ...wasThere])] }
  })
}
