// What waits for a verifier.

import type { Db } from '#platform/db/db.ts'
import type { QueueItem } from '../api/scoring.ts'
import { verifiedIn } from '../rules/round-state.ts'
import type { Area, Stage } from '../schema.ts'
import { listSubjectIds, listSubjectsById } from '../store/round-subjects.ts'
import { listUnreviewed, listUnverified, type QueuePlace } from '../store/score-queue.ts'
import { type Ground, getSubject } from './ground.ts'
import { ScoreProblem } from './problems.ts'
import type { Rights } from './rights.ts'
import { isOpenEvidence } from './sheet.ts'
import { tellCell, tellEvidence } from './tell.ts'
import { cellOf, evidenceOf, viewsOf } from './view.ts'

/** @throws score.criterionNotFound */
export function areaOf({ ready }: Ground, code: string): Area {
  const area = ready.scheme.areas.find((one) => one.code === code)
  if (!area) throw ScoreProblem.criterionNotFound({ criterion: code })
  return area
}

export type QueueAsked = {
  area: string
  unit?: string | undefined
  after?: string | undefined
  limit: number
}
export type Queue = { stage: Stage | null; items: QueueItem[]; nextCursor: string | null }

/** @throws score.criterionNotFound, score.subjectNotFound */
export async function readQueue(
  db: Db,
  ground: Ground,
  rights: Rights,
  { area: code, unit, after, limit }: QueueAsked,
): Promise<Queue> {
  const area = areaOf(ground, code)
  const stage = verifiedIn(ground.round.state)
  if (!stage) return { stage, items: [], nextCursor: null }
  const byHand = area.criteria.filter(({ rule }) => rule.type !== 'survey')
  const asked = {
    round: ground.round,
    criteria: byHand.map((criterion) => criterion.code),
    unitIds: await verifiable(db, ground, rights, area, unit),
    after: after === undefined ? null : readCursor(after),
    limit: limit + 1,
  }
  const places = stage === 'verified' ? await listUnverified(db, asked) : await listUnreviewed(db, asked)
  const page = places.slice(0, limit)
  return {
    stage,
    items: await tellItems(db, ground, rights, page),
    nextCursor: places.length > limit ? cursorOf(page.at(-1)!) : null,
  }
}

/** Units that the caller may verify in an area. */
async function verifiable(
  db: Db,
  { round }: Ground,
  rights: Rights,
  area: Area,
  unit: string | undefined,
): Promise<number[]> {
  const ids =
    unit === undefined
      ? await listSubjectIds(db, round.id)
      : [(await getSubject(db, { round: String(round.id), unit })).unitId]
  const found: number[] = []
  for (const id of ids) if ((await rights.mayVerify(id, area)) && (await rights.isApart(id))) found.push(id)
  return found
}

async function tellItems(
  db: Db,
  ground: Ground,
  rights: Rights,
  page: readonly QueuePlace[],
): Promise<QueueItem[]> {
  const subjects = await listSubjectsById(
    db,
    ground.round.id,
    page.map(({ unitId }) => unitId),
  )
  const codes = [...new Set(page.map(({ criterion }) => criterion))]
  const views = await viewsOf(db, ground, subjects, rights, codes)
  const viewOf = new Map(views.map((view) => [view.subject.unitId, view]))
  const items: QueueItem[] = []
  for (const { unitId, criterion, code, name } of page) {
    const view = viewOf.get(unitId)!
    const cell = cellOf(view, criterion)
    const evidence = await tellEvidence(db, evidenceOf(cell), ground.period, (row) =>
      isOpenEvidence(view, row),
    )
    items.push({ unit: { code, name }, cell: tellCell(cell), evidence })
  }
  return items
}

/** The place in the area and the unit's code: `3~11623`. */
const cursorOf = ({ place, code }: QueuePlace): string => `${place}~${code}`
function readCursor(text: string): { place: number; code: string } {
  const at = text.indexOf('~')
  const place = Number.parseInt(text.slice(0, at), 10)
  return Number.isSafeInteger(place) && place >= 0
    ? { place, code: text.slice(at + 1) }
    : { place: 0, code: '' }
}
