// The part of each group of the list of work that is about duties.

import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { DutyWork, WorkGroupKind } from '../api/work.ts'
import { dutyLink } from '../rules/links.ts'
import { daysPast } from '../rules/split.ts'
import {
  countWaitingDuties,
  type DueLine,
  listDueDuties,
  listWaitingDuties,
  type WaitingDuty,
  type WaitingQuery,
} from '../store/duties.ts'
import type { Question } from './question.ts'

export type DutyPart = { count: number; items: DutyWork[]; nextCursor: string | null }
const NOTHING: DutyPart = { count: 0, items: [], nextCursor: null }

/** One page of a group from a cursor on (null: from its beginning). */
export function dutyPart(
  question: Question,
  kind: WorkGroupKind,
  after: string | null,
  limit: number,
): Promise<DutyPart> | DutyPart {
  const { view, duties } = question
  const units = view === 'mine' ? duties.answer : duties.follow
  if (kind === 'behind' || (kind === 'check' && view === 'units')) return NOTHING
  if (kind === 'check')
    return duties.decide === 'none' ? NOTHING : toDecide(question, duties.decide, after, limit)
  if (units === 'none') return NOTHING
  if (kind === 'overdue' || kind === 'due') return duePart(question, { units, kind }, after, limit)
  return waitingPart(question, { state: kind === 'returned' ? 'returned' : 'answered', units }, after, limit)
}

type Reach = Exclude<Question['duties']['answer'], 'none'>

function toDecide(question: Question, deciders: Reach, after: string | null, limit: number) {
  const { actor, duties } = question
  const notSentBy = [actor.name, ...(actor.onBehalfOf === null ? [] : [actor.onBehalfOf])]
  return waitingPart(
    question,
    { state: 'answered', units: duties.narrow, deciders, notSentBy },
    after,
    limit,
    'decide',
  )
}

async function duePart(
  { db, today, view }: Question,
  { units, kind }: { units: Reach; kind: 'overdue' | 'due' },
  after: string | null,
  limit: number,
): Promise<DutyPart> {
  const query = { units, isLate: kind === 'overdue', today }
  const found = await listDueDuties(db, query, { after: readDue(after), limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const action = view === 'mine' ? 'answer' : 'look'
  return {
    count: found[0]?.total ?? 0,
    items: page.map((line) => tellDue(line, action, today)),
    nextCursor: last ? `${last.dueOn ?? ''}_${last.dutyId}` : null,
  }
}

async function waitingPart(
  { db, today, view }: Question,
  query: WaitingQuery,
  after: string | null,
  limit: number,
  action: DutyWork['action'] = query.state === 'returned' && view === 'mine' ? 'answer' : 'look',
): Promise<DutyPart> {
  const found = await listWaitingDuties(db, query, { after: readWaiting(after), limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  return {
    count: found.length <= limit && after === null ? found.length : await countWaitingDuties(db, query),
    items: await tellWaiting(db, page, action, today),
    nextCursor: last ? `${last.changedAt.toISOString()}_${last.occurrenceId}` : null,
  }
}

function tellDue(line: DueLine, action: DutyWork['action'], today: string): DutyWork {
  const isOne = line.units === 1
  return {
    ...named(line, isOne),
    unit: isOne ? unitOf(line) : null,
    units: line.units,
    names: isOne ? [] : line.names,
    version: null,
    reason: null,
    by: null,
    at: null,
    daysLate: daysPast(line.dueOn, today),
    action,
  }
}

async function tellWaiting(
  db: Db,
  page: readonly WaitingDuty[],
  action: DutyWork['action'],
  today: string,
): Promise<DutyWork[]> {
  const personOf = await findPeople(
    db,
    page.map(({ by }) => by),
  )
  return page.map((one) => ({
    ...named(one, true),
    unit: unitOf(one),
    units: 1,
    names: [],
    version: one.version,
    reason: one.reason,
    by: personOf(one.by),
    at: one.at.toISOString(),
    daysLate: daysPast(one.dueOn, today),
    action,
  }))
}

function named(one: DueLine | WaitingDuty, isOne: boolean) {
  const { directiveId, number, excerpt, task, dueOn } = one
  const directive = { id: String(directiveId), number, excerpt }
  const occurrence = isOne ? String(one.occurrenceId) : null
  const link = dutyLink({ id: occurrence, directive })
  return { about: 'duty' as const, occurrence, directive, task, dueOn, link }
}

const unitOf = ({ unitId, unitCode, unitName }: DueLine | WaitingDuty) => ({
  id: String(unitId),
  code: unitCode,
  name: unitName,
})

function readDue(text: string | null) {
  const match = /^(\d{4}-\d\d-\d\d|)_(\d{1,15})$/.exec(text ?? '')
  return match && { dueOn: match[1] || null, dutyId: Number(match[2]) }
}

function readWaiting(text: string | null) {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)_(\d{1,15})$/.exec(text ?? '')
  return match && { at: match[1]!, occurrenceId: Number(match[2]) }
}
