import type { Day } from '#kernel/day.ts'
import type { Decimal } from '#kernel/decimal.ts'
import type { Span, SuccessionKind } from '../schema.ts'
import { dayAfter } from './spans.ts'
import type { Link, Succession } from './succession.ts'
import type { Tree } from './tree.ts'

/** What happened to a unit (`design.md` §3.2). `unchanged`: it went on wholly, under another code. */
export type EventKind = SuccessionKind | 'create' | 'reparent' | 'abolish' | 'abolishLevel'

/**
 * One event in the life of a unit. `from` and `into` are the other units and the share of their predecessor
 * that passed; `before` and `after` are what changed: names, kinds, or the ids of parents as text.
 */
export type UnitEvent = {
  date: Day
  kind: EventKind
  basis: string | null
  from: { unit: number; share: Decimal | null }[]
  into: { unit: number; share: Decimal | null }[]
  before: string | null
  after: string | null
}

/** What a unit was from a day to a day, in one tree. */
export type Phase = Span & { name: string; kind: string; parent: number | null }

/**
 * The events of a unit's life, by day. Where its validity is open there is no event.
 *
 * @param phases its states in one tree, in order. @param abolishedLevel the unit ended with its whole level.
 */
export function timeline(
  id: number,
  phases: readonly Phase[],
  succession: Succession,
  abolishedLevel: boolean,
): UnitEvent[] {
  const life = succession.life(id)
  const entering = byDay(succession.entering(id).filter((link) => link.from !== id))
  const leaving = byDay(succession.leaving(id).filter((link) => link.into !== id))
  const end = life.endsOn === 'infinity' ? null : dayAfter(life.endsOn)

  const came = [...entering].map(([date, links]) => {
    const kind = date === life.beginsOn ? birthKind(links) : gainKind(links)
    return event(date, kind, { from: links.map(({ from, share }) => ({ unit: from, share })), links })
  })
  const went = [...leaving].map(([date, links]) => {
    const kind = date === end ? endKind(links, succession) : 'transfer'
    return event(date, kind, { into: links.map(({ into, share }) => ({ unit: into, share })), links })
  })
  const created =
    life.beginsOn !== '-infinity' && !entering.has(life.beginsOn) ? [event(life.beginsOn, 'create')] : []
  const abolished = end && !leaving.has(end) ? [event(end, abolishedLevel ? 'abolishLevel' : 'abolish')] : []
  const changed = changes(phases, (day) => [
    ...succession.entering(id).filter((link) => link.date === day),
    ...succession.leaving(id).filter((link) => link.date === day),
  ])
  return [...created, ...came, ...changed, ...went, ...abolished].sort((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  )
}

/**
 * True when the level on which units with others below them stood the day before is gone, and the tree is
 * lower by it: all its units ended, as the districts did on 2025-07-01. @param level the level in `before`, 1
 * at a root.
 */
export function isLevelAbolished(level: number, before: Tree, after: Tree): boolean {
  const all = [...before.units.values()]
  const there = all.filter((unit) => unit.level === level)
  const hadChildren = there.some((unit) => !before.isLeaf(unit.id))
  return hadChildren && there.every((unit) => !after.units.has(unit.id)) && heightOf(after) < heightOf(before)
}

const heightOf = (tree: Tree): number =>
  [...tree.units.values()].reduce((height, unit) => Math.max(height, unit.level), 0)

function changes(phases: readonly Phase[], linksOn: (day: Day) => Link[]): UnitEvent[] {
  return phases.slice(1).flatMap((now, i) => {
    const was = phases[i]!
    const links = linksOn(now.from)
    const change = (kind: EventKind, before: string | null, after: string | null) =>
      before === after ? [] : [event(now.from, kind, { before, after, links })]
    return [
      ...change('rename', was.name, now.name),
      ...change('retype', was.kind, now.kind),
      ...change('reparent', idText(was.parent), idText(now.parent)),
    ]
  })
}

const birthKind = (links: readonly Link[]): EventKind =>
  links.length > 1 || links[0]!.kind === 'absorb' ? 'merge' : links[0]!.kind

const gainKind = (links: readonly Link[]): EventKind =>
  links.every((link) => link.kind === 'transfer' || link.kind === 'split') ? 'transfer' : 'absorb'

function endKind(links: readonly Link[], succession: Succession): EventKind {
  if (links.length > 1) return 'split'
  const { into, date, kind } = links[0]!
  if (kind !== 'merge' && kind !== 'absorb') return kind
  return succession.life(into).beginsOn < date ? 'absorb' : 'merge'
}

function event(
  date: Day,
  kind: EventKind,
  { links = [], ...rest }: Partial<UnitEvent> & { links?: readonly Link[] } = {},
): UnitEvent {
  const bases = [...new Set(links.flatMap((link) => link.basis ?? []))]
  const basis = bases.length === 0 ? null : bases.join('; ')
  return { date, kind, basis, from: [], into: [], before: null, after: null, ...rest }
}

const idText = (id: number | null): string | null => (id === null ? null : String(id))
const byDay = (links: readonly Link[]): Map<Day, Link[]> => Map.groupBy(links, (link) => link.date)
