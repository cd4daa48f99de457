// Acts on one occurrence. Each takes it for itself, asks whether the state allows it, writes, and settles what follows.

import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AuditEntry, Permission } from '#platform/http/endpoint.ts'
import type { Fault } from '#platform/http/problem.ts'
import { type DutyAct, mayFollow } from '../rules/duty-state.ts'
import type { StepDays } from '../schema.ts'
import type { Doing } from '../store/duties.ts'
import { extend, markDecided, markReceived, markTouched } from '../store/duty-acts.ts'
import { writeStatements } from '../store/duty-statements.ts'
import { settleOccurrences } from '../store/duty-steps.ts'
import { findStatement, listAnswers } from '../store/occurrence-story.ts'
import { markOccurrencesWithdrawn } from '../store/occurrence-writes.ts'
import { findOccurrence, type OccurrenceRow, takeOccurrence } from '../store/occurrences.ts'
import { DutyProblem } from './problems.ts'

/** Which permission an act needs, and where: at the unit that is asked, or at the one whose office decides. */
export const PLACES: Record<DutyAct, { permission: Permission; at: 'unit' | 'decider' }> = {
  receive: { permission: 'duty.answer', at: 'unit' },
  answer: { permission: 'duty.answer', at: 'unit' },
  accept: { permission: 'duty.decide', at: 'decider' },
  return: { permission: 'duty.decide', at: 'decider' },
  extend: { permission: 'duty.extend', at: 'decider' },
  'state-days': { permission: 'duty.decide', at: 'decider' },
  withdraw: { permission: 'duty.issue', at: 'decider' },
  pass: { permission: 'duty.pass', at: 'unit' },
}

/** `ifMatch`: the entity tag that the caller last saw, when they say. */
export type Acting = Doing & { today: Day; ifMatch?: string | undefined }
export type Acted = { row: OccurrenceRow; entry: AuditEntry }

/** @throws duty.notFound */
export async function getOccurrence(db: Db, id: number): Promise<OccurrenceRow> {
  const row = await findOccurrence(db, id)
  if (!row) throw DutyProblem.notFound()
  return row
}

export const etagOf = ({ revision }: Pick<OccurrenceRow, 'revision'>): string => `"${revision}"`

export const namesOf = ({ by, onBehalfOf }: Pick<Doing, 'by' | 'onBehalfOf'>): string[] =>
  onBehalfOf ? [by, onBehalfOf] : [by]

/** The occurrence, this transaction's own. @throws duty.notFound, duty.stale, duty.notNow */
export async function takeFor(
  tx: Tx,
  id: number,
  act: DutyAct,
  ifMatch: string | undefined,
): Promise<OccurrenceRow> {
  const row = await takeOccurrence(tx, id)
  if (!row) throw DutyProblem.notFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOf(row)) throw DutyProblem.stale()
  if (!mayFollow(row.state, act)) throw DutyProblem.notNow({ state: row.state, act })
  return row
}

/** Settles, and tells how it stands now together with the trace of what was done. */
export async function finish(
  tx: Tx,
  before: OccurrenceRow,
  action: Permission,
  details: object,
  { at }: Doing,
): Promise<Acted> {
  await settleOccurrences(tx, [before.id])
  await markTouched(tx, before.id, at)
  return { row: await getOccurrence(tx, before.id), entry: entryOf(before, action, details) }
}

const entryOf = (row: OccurrenceRow, action: Permission, details: object): AuditEntry => ({
  action,
  subject: `occurrence:${row.id}`,
  unitId: row.unitId,
  details: {
    ...{ directiveId: row.directiveId, number: row.number, dutyId: row.dutyId, occurrenceId: row.id },
    ...{ task: row.task, dueOn: row.dueOn, ...details },
  },
})

/** The unit says that it has it. @throws duty.notFound, .stale, .notNow */
export async function receiveDuty(tx: Tx, id: number, acting: Acting): Promise<Acted> {
  const row = await takeFor(tx, id, 'receive', acting.ifMatch)
  if (row.acknowledgedOn !== null) throw DutyProblem.notNow({ state: row.state, act: 'receive' })
  const ids = await markReceived(tx, row, acting.today, acting)
  await settleOccurrences(tx, ids)
  return finish(tx, row, 'duty.answer', { received: acting.today }, acting)
}

/**
 * Accepts or returns the latest answer. @throws duty.notFound, .stale, .notNow; duty.ownAnswer when whoever decides sent
 * it, themselves or for somebody
 */
export async function decideDuty(
  tx: Tx,
  id: number,
  { decision, reason }: { decision: 'accepted' | 'returned'; reason: string | null },
  acting: Acting,
): Promise<Acted> {
  const row = await takeFor(tx, id, decision === 'accepted' ? 'accept' : 'return', acting.ifMatch)
  const answer = (await listAnswers(tx, id))[0]!
  const names = namesOf(acting)
  if (names.includes(answer.sentBy) || (answer.sentFor !== null && names.includes(answer.sentFor)))
    throw DutyProblem.ownAnswer()
  const { version, sentBy } = answer
  const isFirst = await markDecided(tx, { occurrenceId: id, version }, { decision, reason }, acting)
  if (!isFirst) throw DutyProblem.stale()
  const details = { decision, version, sentBy, ...(reason !== null && { reason }) }
  return finish(tx, row, 'duty.decide', details, acting)
}

/** To a later day. @throws duty.notFound, .stale, .notNow; duty.noDue without one, duty.dueEarlier */
export async function extendDuty(
  tx: Tx,
  id: number,
  { dueOn, reason }: { dueOn: Day; reason: string },
  acting: Acting,
): Promise<Acted> {
  const row = await takeFor(tx, id, 'extend', acting.ifMatch)
  if (row.dueOn === null) throw DutyProblem.noDue()
  if (dueOn <= row.dueOn) throw DutyProblem.dueEarlier({ dueOn: row.dueOn })
  await extend(tx, { id, from: row.dueOn, to: dueOn, reason }, acting)
  return finish(tx, row, 'duty.extend', { from: row.dueOn, dueOn, reason }, acting)
}

/** Puts the days stated in the place of those before. @throws duty.notFound, .stale, .notNow, .refused */
export async function stateDays(tx: Tx, id: number, days: StepDays, acting: Acting): Promise<Acted> {
  const row = await takeFor(tx, id, 'state-days', acting.ifMatch)
  const wrong = Object.entries(days).flatMap(([path, day]): Fault[] => {
    if (day !== null && day > acting.today) return [{ path, code: 'duty.future', details: { day } }]
    if (day === null || day >= row.directiveIssuedOn) return []
    return [{ path, code: 'duty.beforeDirective', details: { issuedOn: row.directiveIssuedOn } }]
  })
  if (wrong.length > 0) throw DutyProblem.refused({}, wrong)
  const before = (await findStatement(tx, id))?.days ?? null
  await writeStatements(tx, [{ occurrenceId: id, days }], '', acting)
  return finish(tx, row, 'duty.decide', { stated: { before, after: days } }, acting)
}

/** Asks this unit no longer. @throws duty.notFound, .stale, .notNow */
export async function withdrawOccurrence(tx: Tx, id: number, reason: string, acting: Acting): Promise<Acted> {
  const row = await takeFor(tx, id, 'withdraw', acting.ifMatch)
  await markOccurrencesWithdrawn(tx, { id }, reason, acting)
  return { row: await getOccurrence(tx, id), entry: entryOf(row, 'duty.issue', { withdrawn: true, reason }) }
}
