import { dayOrNull } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Timeline } from './api.ts'
import { OrganisationProblem } from './problems.ts'
import { dayAfter, dayBefore } from './rules/spans.ts'
import { isLevelAbolished, timeline, type UnitEvent } from './rules/timeline.ts'
import { findState, statesOf } from './store/lookup.ts'
import { loadSnapshot, type Snapshot } from './store/snapshot.ts'
import { successionOf, treeOf } from './store/tree.ts'

/**
 * What happened to a unit, by day; other units and parents are named as they were then.
 * @throws organisation.unitNotFound
 */
export async function tellTimeline(db: Db, id: string): Promise<Timeline> {
  const snapshot = await loadSnapshot(db)
  const unitId = /^\d{1,9}$/.test(id) ? Number(id) : 0
  const life = snapshot.lives.get(unitId)
  if (!life) throw OrganisationProblem.unitNotFound({ id })

  const last = findState(snapshot, unitId, life.endsOn)!
  const states = statesOf(snapshot, unitId).filter((state) => state.hierarchy === last.hierarchy)
  const phases = states.map(({ from, to, name, kind, parentId }) => ({
    from,
    to,
    name,
    kind,
    parent: parentId,
  }))
  const events = timeline(
    unitId,
    phases,
    successionOf(snapshot),
    endedWithLevel(snapshot, unitId, last.hierarchy),
  )
  return {
    unit: {
      id,
      code: last.code,
      name: last.name,
      kind: last.kind,
      beginsOn: dayOrNull(life.beginsOn),
      endsOn: dayOrNull(life.endsOn),
    },
    events: events.map((event) => toEvent(snapshot, event)),
  }
}

function endedWithLevel(snapshot: Snapshot, unitId: number, hierarchy: string): boolean {
  const { endsOn } = snapshot.lives.get(unitId)!
  if (endsOn === 'infinity') return false
  const before = treeOf(snapshot, endsOn, hierarchy)
  return isLevelAbolished(before.level(unitId), before, treeOf(snapshot, dayAfter(endsOn), hierarchy))
}

function toEvent(
  snapshot: Snapshot,
  { from, into, before, after, ...event }: UnitEvent,
): Timeline['events'][number] {
  const dayOf = { from: dayBefore(event.date), into: event.date }
  const part = (side: 'from' | 'into') => (one: UnitEvent['from'][number]) => {
    const { code, name } = findState(snapshot, one.unit, dayOf[side])!
    return { id: String(one.unit), code, name, share: one.share }
  }
  const told = (text: string | null, side: 'from' | 'into') =>
    event.kind === 'reparent' && text !== null ? findState(snapshot, Number(text), dayOf[side])!.name : text
  return {
    ...event,
    from: from.map(part('from')),
    into: into.map(part('into')),
    before: told(before, 'from'),
    after: told(after, 'into'),
  }
}
