import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { ResultRow } from '../store/results.ts'
import type { RoundRow } from '../store/rounds.ts'

/** What the audit log says of a published result. */
export const entryOfResult = (
  { id, keeperId, scheme, period, name }: RoundRow,
  { ordinal, kind, decision, decidedOn, reason, sha256 }: ResultRow,
): AuditEntry => ({
  action: 'result.publish',
  subject: `round:${id}`,
  unitId: keeperId,
  details: { scheme, period, name, ordinal, kind, decision, decidedOn, reason, sha256 },
})
