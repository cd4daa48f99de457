// What is written when somebody acts on an occurrence. Days and state follow by settling (`duty-steps.ts`).

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { AnswerRef } from '../api/duties.ts'
import type { AnswerKind } from '../schema.ts'
import type { Doing } from './duties.ts'

/** Notes that it was touched: whoever saw it before must look again. */
export async function markTouched(tx: Tx, id: number, at: Date): Promise<void> {
  await tx
    .updateTable('duty_occurrences')
    .set((eb) => ({ changed_at: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The unit has the duty, with all its occurrences; what was said before stays. */
export async function markReceived(
  tx: Tx,
  { dutyId, unitId }: { dutyId: number; unitId: number },
  on: Day,
  { by, onBehalfOf = null, at }: Doing,
): Promise<number[]> {
  const rows = await tx
    .updateTable('duty_occurrences')
    .set((eb) => ({
      acknowledged_on: on,
      acknowledged_by: by,
      acknowledged_for: onBehalfOf,
      changed_at: at,
      revision: eb('revision', '+', 1),
    }))
    .where('duty_id', '=', dutyId)
    .where('unit_id', '=', unitId)
    .where('acknowledged_on', 'is', null)
    .where('state', 'in', ['open', 'answered', 'returned'])
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

export type NewAnswer = {
  kind: AnswerKind
  /** With the words that it is known by today. */
  ref: AnswerRef & { label: string }
  files: readonly string[]
  note: string
}

/** @returns its version: 1 is the first */
export async function insertAnswer(
  tx: Tx,
  occurrenceId: number,
  { kind, ref, files, note }: NewAnswer,
  { by, onBehalfOf = null, at }: Doing,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into duty_answers (occurrence_id, version, kind, ref, files, note, sent_by, sent_for, sent_at)
    select ${occurrenceId}, coalesce(max(version), 0) + 1, ${kind}, ${JSON.stringify(ref)}::jsonb,
           ${JSON.stringify(files)}::jsonb, ${note}, ${by}, ${onBehalfOf}, ${at}
      from duty_answers where occurrence_id = ${occurrenceId}
    returning version`.execute(tx)
  return rows[0]!.version
}

/** Decides on an answer that waits. False when it was decided before. */
export async function markDecided(
  tx: Tx,
  answer: { occurrenceId: number; version: number },
  { decision, reason }: { decision: 'accepted' | 'returned'; reason: string | null },
  { by, onBehalfOf = null, at }: Doing,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('duty_answers')
    .set({ decision, reason, decided_by: by, decided_for: onBehalfOf, decided_at: at })
    .where('occurrence_id', '=', answer.occurrenceId)
    .where('version', '=', answer.version)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function extend(
  tx: Tx,
  { id, from, to, reason }: { id: number; from: Day; to: Day; reason: string },
  { by, onBehalfOf = null, at }: Doing,
): Promise<void> {
  await tx
    .insertInto('duty_extensions')
    .values({
      occurrence_id: id,
      from_day: from,
      to_day: to,
      reason,
      made_by: by,
      made_for: onBehalfOf,
      made_at: at,
    })
    .execute()
  await tx.updateTable('duty_occurrences').set({ due_on: to }).where('id', '=', id).execute()
}
