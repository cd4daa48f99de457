// The days on which units reached the steps of a directive are kept beside each occurrence, so that boards and lists
// read them without working them out. They follow from records, and whoever changes such a record has them settled.

import type { Tx } from '#platform/db/db.ts'
import { settleDirective } from '../store/duty-steps.ts'

/**
 * Brings the steps of a directive up to what was stated and recorded. To be called in the same transaction by whoever
 * adds, changes or takes away a study session, a directive that implements this one, an answer or a statement.
 * Changes nothing where nothing differs; units without a duty under the directive may be named.
 *
 * @param unitIds `'all'` where the change may touch every unit
 */
export async function settleSteps(
  tx: Tx,
  directiveId: number,
  unitIds: readonly number[] | 'all',
): Promise<void> {
  if (unitIds !== 'all' && unitIds.length === 0) return
  await settleDirective(tx, directiveId, unitIds === 'all' ? null : unitIds)
}
