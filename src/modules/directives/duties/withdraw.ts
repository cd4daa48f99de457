// An office asks no longer: a whole duty, or its occurrences of some units. What was accepted stays.

import type { Tx } from '#platform/db/db.ts'
import type { AuditEntry } from '#platform/http/endpoint.ts'
import { type Doing, type DutyRow, findDuty, markDutyWithdrawn } from '../store/duties.ts'
import { markOccurrencesWithdrawn } from '../store/occurrence-writes.ts'
import { getDirective } from './issue.ts'
import { DutyProblem } from './problems.ts'

export type Withdrawing = { dutyId: number; unitCodes: readonly string[] | null; reason: string }

/** The duty, if it is one under that directive. @throws duty.notFound */
export async function getDuty(
  db: Parameters<typeof findDuty>[0],
  { id, duty }: { id: string; duty: string },
): Promise<DutyRow> {
  const row = await findDuty(db, Number(duty))
  if (!row || row.directiveId !== Number(id)) throw DutyProblem.notFound()
  return row
}

/** Permission and writing the audit entry are the caller's. @throws duty.nothingOpen */
export async function withdrawDuty(
  tx: Tx,
  duty: DutyRow,
  { unitCodes, reason }: Omit<Withdrawing, 'dutyId'>,
  doing: Doing,
): Promise<{ withdrawn: number; entry: AuditEntry }> {
  const { number } = await getDirective(tx, duty.directiveId)
  const gone = await markOccurrencesWithdrawn(tx, { dutyId: duty.id, unitCodes }, reason, doing)
  const isWhole = unitCodes === null && (await markDutyWithdrawn(tx, duty.id, reason, doing))
  if (gone.length === 0 && !isWhole) throw DutyProblem.nothingOpen()
  const entry: AuditEntry = {
    action: 'duty.issue',
    subject: `duty:${duty.id}`,
    unitId: duty.deciderId,
    details: {
      ...{ directiveId: duty.directiveId, number, dutyId: duty.id, task: duty.task, dueOn: duty.firstDueOn },
      ...{ withdrawn: true, reason, units: unitCodes, occurrences: gone.length },
    },
  }
  return { withdrawn: gone.length, entry }
}
