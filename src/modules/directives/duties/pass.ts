// After a reform: what a unit that ended had still to do goes to its successors by a decision. The old occurrences stay
// to be read under the old name.

import type { Day } from '#kernel/day.ts'
import { findUnit, listUnitNames } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { Doing } from '../store/duties.ts'
import { copyOccurrences, listOpenOf, markPassed } from '../store/duty-passing.ts'
import { settleOccurrences } from '../store/duty-steps.ts'
import { getDirective } from './issue.ts'
import { DutyProblem } from './problems.ts'

export type Passing = {
  unitId: number
  /** The first is the main one. Each once. */
  successorIds: readonly number[]
  /** The directive that decides it. */
  decisionId: number
  /** Null: all that are open. */
  occurrenceIds: readonly number[] | null
}
export type Passed = { passed: number; made: number; entry: AuditEntry }

/**
 * Permission at the old unit and at each successor, and writing the audit entry, are the caller's.
 *
 * @throws duty.directiveNotFound; duty.notEnded for a unit that goes on; duty.refused for a successor that has ended
 * itself, or an occurrence that is not an open one of the unit; duty.nothingOpen
 */
export async function passDuties(
  tx: Tx,
  { unitId, successorIds, decisionId, occurrenceIds }: Passing,
  doing: Doing & { today: Day },
): Promise<Passed> {
  const decision = await getDirective(tx, decisionId)
  const { today } = doing
  const unit = (await findUnit(tx, unitId))!
  const [old] = await listUnitNames(tx, [unitId], today)
  if (unit.endsOn >= today) throw DutyProblem.notEnded({ code: old!.code })
  await refuseEnded(tx, [unitId, ...successorIds], unitId, today)
  const ids = await listOpenOf(tx, unitId, occurrenceIds)
  const others = occurrenceIds?.filter((id) => !ids.includes(id)) ?? []
  if (others.length > 0) throw DutyProblem.refused({}, [{ path: 'occurrences', code: 'duty.notFound' }])
  if (ids.length === 0) throw DutyProblem.nothingOpen()

  const successors = await listUnitNames(tx, successorIds, today)
  const made: number[] = []
  for (const successor of successors)
    made.push(...(await copyOccurrences(tx, ids, successor, decisionId, doing)))
  await markPassed(tx, ids, { mainUnitId: successors[0]!.id, decisionId }, doing)
  await settleOccurrences(tx, made)
  const entry: AuditEntry = {
    action: 'duty.pass',
    subject: `unit:${unitId}`,
    unitId,
    details: {
      directiveId: decisionId,
      number: decision.number,
      unit: old!.code,
      to: successors.map(({ code }) => code),
      passed: ids.length,
      made: made.length,
    },
  }
  return { passed: ids.length, made: made.length, entry }
}

/** A successor must be there today, and be another unit. */
async function refuseEnded(tx: Tx, ids: readonly number[], unitId: number, today: Day): Promise<void> {
  for (const id of ids.slice(1)) {
    const unit = (await findUnit(tx, id))!
    if (id !== unitId && unit.beginsOn <= today && unit.endsOn >= today) continue
    const details = { code: unit.code, on: today }
    throw DutyProblem.refused({}, [{ path: 'to', code: 'duty.unitNotFound', details }])
  }
}
