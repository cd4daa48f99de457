// What lists and pages read, page by page.

import { type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { Inspection } from './api/plan.ts'
import type { Visit } from './api/visits.ts'
import { getInspection, unitAsked } from './plan.ts'
import { InspectionProblem } from './problems.ts'
import * as findings from './store/findings.ts'
import * as inspections from './store/inspections.ts'
import * as visits from './store/visits.ts'
import { tellFindings, tellInspection, tellVisit, tellVisits } from './tell.ts'

export type Asking = { actor: Actor; today: Day }
type Paged = { after?: string | undefined; limit: number }

/** `2021-12-18 7`: the day and the id of the last line of a page. */
function readCursor(after: string | undefined): { day: Day; id: number } | null {
  const [day, id] = after?.split(' ') ?? []
  return day && id ? { day, id: Number(id) } : null
}

/** A page, and where the next one begins; one row more than the page was asked for. */
function cut<R extends { id: number }>(rows: readonly R[], limit: number, dayOf: (row: R) => Day) {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { page, nextCursor: rows.length > limit && last ? `${dayOf(last)} ${last.id}` : null }
}

export async function readInspections(db: Db, q: Paged & { unit: string }, today: Day) {
  const unitId = await unitAsked(db, q.unit)
  const rows = await inspections.listInspections(db, unitId, {
    after: readCursor(q.after),
    limit: q.limit + 1,
  })
  const { page, nextCursor } = cut(rows, q.limit, ({ startsOn }) => startsOn)
  const counts = await inspections.countInspections(
    db,
    page.map(({ id }) => id),
    unitId,
    today,
  )
  return { inspections: page.map((row) => tellInspection(row, counts.get(row.id)!)), nextCursor }
}

/** As far as it visits a unit or any below it. @throws inspection.notFound, also when it visits nobody there */
export async function readInspection(
  db: Db,
  { id, unit }: { id: string; unit: string },
  asking: Asking,
): Promise<{ row: inspections.InspectionRow; answer: Inspection }> {
  const row = await getInspection(db, Number(id))
  return { row, answer: await showInspection(db, row, await unitAsked(db, unit), asking) }
}

export async function showInspection(
  db: Db,
  row: inspections.InspectionRow,
  unitId: number,
  { actor, today }: Asking,
): Promise<Inspection> {
  const list = await visits.listVisitsOf(db, row.id, unitId)
  if (list.length === 0 && row.ownerId !== unitId) throw InspectionProblem.notFound()
  const counts = await inspections.countInspections(db, [row.id], unitId, today)
  const place = { unit: row.ownerId }
  const isOpen = row.closedAt === null
  return {
    ...tellInspection(row, counts.get(row.id)!),
    list: await tellVisits(db, list),
    may: [
      ...(isOpen && (await actor.may(db, 'inspection.plan', place, today)) ? (['change'] as const) : []),
      ...(isOpen && (await actor.may(db, 'inspection.close', place, today)) ? (['close'] as const) : []),
    ],
  }
}

type VisitsAsked = Paged & { unit: string; state: Visit['state'] }
export async function readVisits(db: Db, q: VisitsAsked) {
  const unitId = await unitAsked(db, q.unit)
  const rows = await visits.listVisits(db, unitId, q.state, {
    after: readCursor(q.after),
    limit: q.limit + 1,
  })
  const { page, nextCursor } = cut(rows, q.limit, ({ day }) => day)
  return { visits: await tellVisits(db, page), nextCursor }
}

export async function showVisit(db: Db, row: visits.VisitRow, { actor, today }: Asking): Promise<Visit> {
  const place = { unit: row.unitId }
  const isOpen = !row.isClosed && row.cancelledBecause === null
  const mayRecord = isOpen && (await actor.may(db, 'inspection.record', place, today))
  const isRecorded = row.visitedOn !== null
  const mayIssue = isOpen && isRecorded && (await actor.may(db, 'duty.issue', place, today))
  const may: Visit['may'] = [
    ...(mayRecord ? (['record'] as const) : []),
    ...(mayIssue ? (['duty'] as const) : []),
    ...(mayRecord && isRecorded ? (['recheck'] as const) : []),
  ]
  return tellVisit(db, row, await findings.listFindingsOf(db, [row.id]), may, today)
}

type FindingsAsked = Paged & { unit: string } & Omit<findings.FindingQuery, 'unitId' | 'today'>
export async function readFindings(db: Db, { unit, after, limit, ...q }: FindingsAsked, today: Day) {
  const unitId = await unitAsked(db, unit)
  const query = { ...q, unitId, today }
  const rows = await findings.listFindings(db, query, { after: readCursor(after), limit: limit + 1 })
  const { page, nextCursor } = cut(rows, limit, ({ foundOn }) => foundOn)
  return {
    findings: await tellFindings(db, page, today),
    totals: after === undefined ? await findings.countFindings(db, unitId, today) : null,
    nextCursor,
  }
}

const MOST_RECURRING = 500
type RecurringAsked = { unit: string; from?: Day | undefined; to?: Day | undefined }
export async function readRecurring(db: Db, { unit, from = OPEN_START, to = OPEN_END }: RecurringAsked) {
  const unitId = await unitAsked(db, unit)
  const rows = await findings.listRecurring(db, { unitId, from, to }, MOST_RECURRING)
  return {
    recurring: rows.map(({ unitId: id, unitCode: code, unitName: name, ...row }) => ({
      unit: { id: String(id), code, name },
      ...row,
    })),
  }
}
