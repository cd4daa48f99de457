import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { AppealRow } from '../store/appeals.ts'
import type { Saying } from '../store/said.ts'

/** What the audit log says of an appeal. */
export const entryOfAppeal = (
  action: 'appeal.file' | 'appeal.assign' | 'appeal.decide',
  before: AppealRow | null,
  after: AppealRow,
  said: readonly Saying[] = [],
): AuditEntry => ({
  action,
  subject: `appeal:${after.id}`,
  unitId: after.unitId,
  details: {
    ...(after.kind === 'grade' ? { gradeSubject: after.gradeSubject } : { round: after.roundId }),
    criterion: after.criterion,
    dueOn: after.dueOn,
    before: before && told(before),
    after: told(after),
    ...(said.length > 0 && { scores: said.map(({ criterion, input }) => [criterion, input]) }),
  },
})

/** Of a grade no words are kept here: what is said of people can be erased, the log cannot. */
const told = ({ kind, state, claim, owner, number, reason, decidedOn, newResultId }: AppealRow) => ({
  state,
  owner,
  number,
  decidedOn,
  newResultId,
  ...(kind === 'score' && { claim, reason }),
})
