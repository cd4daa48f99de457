// The groups of the list of work. Each is derived from records alone: what was done is gone from it.

import type { Outstanding, OutstandingUnit } from '#modules/indicators/index.ts'
import type { WorkGroup, WorkGroupKind, WorkItem } from '../api/work.ts'
import { mergeBy, readPlaces, SOURCES, type Source, writePlaces } from '../rules/join.ts'
import { type Line, splitByDue } from '../rules/split.ts'
import { type After, countOpenReports, listOpenReports, type OpenQuery } from '../store/reports.ts'
import { assessmentPart, type Judging, judgingOf } from './assessment-parts.ts'
import { behindItems } from './behind.ts'
import { dutyPart } from './duty-parts.ts'
import { outstandingOf, periodOf, type Question } from './question.ts'
import { type DueOf, openItems, outstandingItems } from './report-items.ts'

/** Lines of a group that come at once. */
const PAGE = 20

type Context = { question: Question; outstanding: Outstanding[]; judging: Judging }

export async function openContext(question: Question): Promise<Context> {
  return { question, outstanding: await outstandingOf(question), judging: await judgingOf(question) }
}

/** One group from a cursor on (null: from its beginning), of all sources together. An unknown cursor begins anew. */
export async function groupOf(
  context: Context,
  kind: WorkGroupKind,
  after: string | null,
): Promise<WorkGroup> {
  const places = readPlaces(after)
  const parts = {
    reports: await reportPart(context, kind, places.reports.after),
    duties: await dutyPart(context.question, kind, places.duties.after, PAGE),
    assessments: assessmentPart(context.judging, kind, places.assessments.after, PAGE),
  }
  const { reports, duties, assessments } = parts
  const items = SOURCES.map((source) => (places[source].isOver ? [] : parts[source].items))
  const nextOf = (source: Source) => (places[source].isOver ? null : parts[source].nextCursor)
  return {
    kind,
    count: reports.count + duties.count + assessments.count,
    items: mergeBy<WorkItem>(items, orderIn(kind)),
    nextCursor: writePlaces({
      reports: nextOf('reports'),
      duties: nextOf('duties'),
      assessments: nextOf('assessments'),
    }),
  }
}

/** By day what has one; what waits for somebody by how long it has waited; targets as they come, the worst first. */
const orderIn =
  (kind: WorkGroupKind) =>
  (item: WorkItem): string | null => {
    if (item.about === 'target') return ''
    if (item.about === 'assessment') return item.dueOn
    return kind === 'overdue' || kind === 'due' ? item.dueOn : item.at
  }

/** The part that is about reports and targets. */
function reportPart(context: Context, kind: WorkGroupKind, after: string | null): Promise<WorkGroup> {
  if (kind === 'overdue' || kind === 'due') return outstandingGroup(context, kind, after)
  if (kind === 'behind') return behindGroup(context, after)
  return openGroup(context, kind, after)
}

async function openGroup(
  { question, outstanding }: Context,
  kind: 'returned' | 'check' | 'waiting',
  after: string | null,
): Promise<WorkGroup> {
  const { db, today, actor, view } = question
  const scope = kind === 'check' ? question.check : view === 'mine' ? question.enter : question.read
  const query: OpenQuery = {
    scope: kind === 'check' && view === 'units' ? [] : scope,
    ...(kind === 'check' && {
      notSentBy: [actor.name, ...(actor.onBehalfOf === null ? [] : [actor.onBehalfOf])],
    }),
  }
  const state = kind === 'returned' ? 'returned' : 'submitted'
  const found = await listOpenReports(db, state, query, { after: readCursor(after), limit: PAGE + 1 })
  const page = found.slice(0, PAGE)
  const last = found.length > PAGE ? page.at(-1) : undefined
  const action = kind === 'check' ? 'check' : kind === 'returned' && view === 'mine' ? 'correct' : 'look'
  return {
    kind,
    count: found.length <= PAGE && after === null ? found.length : await countOpenReports(db, state, query),
    items: await openItems(db, page, { action, dueOf: dueOf(outstanding), today }),
    nextCursor: last ? `${last.at.toISOString()}_${last.reportId}` : null,
  }
}

async function outstandingGroup(
  { question, outstanding }: Context,
  kind: 'overdue' | 'due',
  after: string | null,
): Promise<WorkGroup> {
  const { db, today, view } = question
  // What was returned stands in its own group, with its reason.
  const notBack = outstanding.map((one) => ({
    ...one,
    units: one.units.filter(({ state }) => state !== 'returned'),
  }))
  const lines = splitByDue<OutstandingUnit, Outstanding>(notBack, today)[kind]
  const show = (page: Line<Outstanding, OutstandingUnit>[]) =>
    outstandingItems(db, page, { mayEnter: view === 'mine', today })
  const count = lines.reduce((sum, { units }) => sum + units.length, 0)
  return pageOf(kind, lines, count, after, show)
}

async function behindGroup({ question }: Context, after: string | null): Promise<WorkGroup> {
  const { db, home, today, lang, read } = question
  const period = periodOf(question)
  const items =
    home === null || read.length === 0 ? [] : await behindItems(db, { unit: home, period, today, lang })
  return pageOf('behind', items, items.length, after, async (page) => page)
}

/** A page of what is short enough to be at hand as a whole; the cursor counts the lines before it. */
async function pageOf<T>(
  kind: WorkGroupKind,
  all: readonly T[],
  count: number,
  after: string | null,
  show: (page: T[]) => Promise<WorkItem[]>,
): Promise<WorkGroup> {
  const begin = /^\d{1,6}$/.test(after ?? '') ? Number(after) : 0
  const end = begin + PAGE
  const nextCursor = end < all.length ? String(end) : null
  return { kind, count, items: await show(all.slice(begin, end)), nextCursor }
}

function dueOf(outstanding: readonly Outstanding[]): DueOf {
  const units = new Map(
    outstanding.flatMap(({ form, period, units }) =>
      units.map((unit) => [`${form.code} ${period} ${unit.unitId}`, unit] as const),
    ),
  )
  return ({ form, period, unitId }) => units.get(`${form} ${period} ${unitId}`)
}

function readCursor(text: string | null): After | null {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,15})$/.exec(text ?? '')
  return match && { at: match[1]!, reportId: Number(match[2]) }
}
