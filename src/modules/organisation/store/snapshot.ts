// All units, states and successions at once, remembered by the process until the revision changes. A country
// of 14,600 units is read in about a third of a second, and every question about trees is then answered from
// memory.

import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { dayAfter } from '../rules/spans.ts'
import type { Link } from '../rules/succession.ts'
import type { Life, State, SuccessionKind } from '../schema.ts'
import { readRevision } from './revision.ts'

export type StoredState = Omit<State, 'parentCode'> & { unitId: number; parentId: number | null }

export type Snapshot = {
  revision: number
  lives: ReadonlyMap<number, Life>
  /** In the order of unit, tree and time. */
  states: readonly StoredState[]
  links: readonly Link[]
  /** Answers made from this snapshot, by whoever makes them. */
  made: Map<string, unknown>
}

/** The newest few: a change that is not committed yet has its own beside the one that all others read. */
const KEPT = 3
const kept = new Map<number, Snapshot>()

/**
 * What is known now, seen from `db`: inside a transaction its own changes too. One statement when nothing
 * changed.
 */
export async function loadSnapshot(db: Db): Promise<Snapshot> {
  const revision = await readRevision(db)
  const known = kept.get(revision)
  if (known) return known

  const snapshot = { revision, ...(await readAll(db)), made: new Map() }
  // A change committed between the statements would mix two revisions.
  if ((await readRevision(db)) !== revision) return loadSnapshot(db)
  kept.set(revision, snapshot)
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old)
  return snapshot
}

/** What this process read last, without asking whether it still holds; undefined before the first reading. */
export const recallSnapshot = (): Snapshot | undefined => [...kept.values()].at(-1)

/** An answer that is worked out once for each snapshot. */
export function remember<T>(snapshot: Snapshot, key: string, make: () => T): T {
  if (!snapshot.made.has(key)) snapshot.made.set(key, make())
  return snapshot.made.get(key) as T
}

/** Everything as it is stored at this moment, whatever the revision says. */
export async function readAll(db: Db): Promise<Pick<Snapshot, 'lives' | 'states' | 'links'>> {
  const units = await db.selectFrom('units').select(['id', 'begins_on', 'ends_on']).orderBy('id').execute()
  const states = await db
    .selectFrom('unit_states')
    .selectAll()
    .orderBy('unit_id')
    .orderBy('hierarchy')
    .orderBy('valid_from')
    .execute()
  const successions = await db.selectFrom('successions').selectAll().execute()
  return {
    lives: new Map(units.map((unit) => [unit.id, { beginsOn: unit.begins_on, endsOn: unit.ends_on }])),
    states: states.map((row) => ({
      unitId: row.unit_id,
      hierarchy: row.hierarchy,
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      altNames: row.alt_names,
      kind: row.kind,
      parentId: row.parent_id,
      from: row.valid_from,
      to: row.valid_to,
    })),
    links: successions.map((row) => ({
      from: row.old_unit_id,
      into: row.new_unit_id,
      date: row.on_date,
      share: row.share,
      kind: row.kind as SuccessionKind,
      basis: row.basis,
    })),
  }
}

/** The days on which something changes, in order: between two of them every day has the same trees. */
export function eventDays(snapshot: Snapshot): readonly Day[] {
  return remember(snapshot, 'days', () => {
    const days = new Set([
      ...snapshot.states.map((state) => state.from),
      ...snapshot.links.map((link) => link.date),
    ])
    for (const { to } of snapshot.states) if (to !== 'infinity') days.add(dayAfter(to))
    return [...days].sort()
  })
}
