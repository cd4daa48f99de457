import type { ReportState } from '../schema.ts'

export type ReportAction = 'save' | 'submit' | 'return' | 'approve' | 'lock' | 'reopen'

/** What may be done to a report in each state, and the state it then has (`design.md` §3.8). */
const NEXT = {
  draft: { save: 'draft', submit: 'submitted' },
  submitted: { return: 'returned', approve: 'approved' },
  returned: { save: 'draft' },
  approved: { save: 'draft', lock: 'locked' },
  locked: { reopen: 'approved' },
} as const satisfies Record<ReportState, Partial<Record<ReportAction, ReportState>>>

export type Verdict =
  | { kind: 'may'; next: ReportState }
  | { kind: 'may-not'; because: ReportState | 'own-submission' }

/**
 * Judges an action on a report.
 *
 * @param state null when there is no report yet: the first save makes one.
 * @param submittedBy who submitted the version; whoever submits does not approve. Null when the office brought it in.
 */
export function judgeAction(
  action: ReportAction,
  state: ReportState | null,
  actor: string,
  submittedBy: string | null,
): Verdict {
  if (state === null)
    return action === 'save' ? { kind: 'may', next: 'draft' } : { kind: 'may-not', because: 'draft' }
  const next = (NEXT[state] as Partial<Record<ReportAction, ReportState>>)[action]
  if (!next) return { kind: 'may-not', because: state }
  if (action === 'approve' && submittedBy === actor) return { kind: 'may-not', because: 'own-submission' }
  return { kind: 'may', next }
}
