// What a directive rests on, what implements it level by level, and who has not answered.

import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Cascade, Unanswered } from '../api/register.ts'
import { daysLate } from '../rules/coverage.ts'
import { type Stepped, walkImplements } from '../store/directive-links.ts'
import { type DirectiveRow, listByIds } from '../store/directives.ts'
import { listUnanswered, type OpenOccurrence } from '../store/duty-counts.ts'
import { type Asker, reachedUnits } from './reach.ts'
import { tellRef } from './tell.ts'

const MOST_NODES = 500
const MOST_ABOVE = 100
const MOST_TOLD = 500
/** Of all units: those beyond the caller's reach are dropped afterwards. */
const MOST_READ = 20_000

export async function readCascade(db: Db, id: number, asker: Asker): Promise<Cascade> {
  // The one asked for and one too many: then there are more
  const below = await walkImplements(db, id, 'down', MOST_NODES + 1)
  const above = await walkImplements(db, id, 'up', MOST_ABOVE + 1)
  const ids = [...new Set(below.map((step) => step.id))].slice(0, MOST_NODES)
  const rows = new Map((await listByIds(db, [...ids, ...above.map((step) => step.id)])).map((r) => [r.id, r]))
  const open = await reachedOnly(db, await listUnanswered(db, ids, MOST_READ), asker)
  return {
    above: await tellAbove(db, above, rows),
    nodes: await tellNodes(db, ids, below, rows),
    isCut: new Set(below.map((step) => step.id)).size > MOST_NODES,
    unanswered: open.slice(0, MOST_TOLD).map((occurrence) => tellOpen(occurrence, asker.today)),
    unansweredCount: open.length,
  }
}

type Rows = ReadonlyMap<number, DirectiveRow>

async function tellAbove(db: Db, steps: readonly Stepped[], rows: Rows): Promise<Cascade['above']> {
  const levels = new Map(steps.filter(({ level }) => level > 0).map(({ id, level }) => [id, level]))
  const told: Cascade['above'] = []
  for (const [id, level] of levels) told.push({ ...(await tellRef(db, rows.get(id)!)), level })
  return told
}

async function tellNodes(
  db: Db,
  ids: readonly number[],
  steps: readonly Stepped[],
  rows: Rows,
): Promise<Cascade['nodes']> {
  const told = new Set(ids)
  const byId = Map.groupBy(steps, (step) => step.id)
  const nodes: Cascade['nodes'] = []
  for (const id of ids) {
    const parents = byId
      .get(id)!
      .flatMap(({ parentId }) => (parentId !== null && told.has(parentId) ? parentId : []))
    nodes.push({
      ...(await tellRef(db, rows.get(id)!)),
      level: byId.get(id)![0]!.level,
      parents: [...new Set(parents)].map(String),
    })
  }
  return nodes
}

async function reachedOnly(db: Db, open: OpenOccurrence[], asker: Asker): Promise<OpenOccurrence[]> {
  const reached = await reachedUnits(
    db,
    open.map(({ unitId }) => unitId),
    asker,
  )
  return open.filter(({ unitId }) => reached.has(unitId))
}

const tellOpen = (o: OpenOccurrence, today: Day): Unanswered => ({
  directive: String(o.directiveId),
  occurrence: String(o.id),
  unitCode: o.unitCode,
  unitName: o.unitName,
  task: o.task,
  product: o.product,
  dueOn: o.dueOn,
  daysLate: daysLate({ due: o.dueOn, done: null }, today),
})
