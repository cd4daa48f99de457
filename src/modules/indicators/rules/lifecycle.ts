import { REPORT_ACTIONS, type ReportAction, type ReportState } from '../schema.ts'

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
 * @param actors who acts, and on whose behalf.
 * @param submitters who submitted the version, and on whose behalf; nobody when the office brought it in. Whoever
 *   submits does not approve, nor does the person acted for, nor anybody acting for either.
 */
export function judgeAction(
  action: ReportAction,
  state: ReportState | null,
  actors: readonly string[],
  submitters: readonly string[],
): Verdict {
  if (state === null)
    return action === 'save' ? { kind: 'may', next: 'draft' } : { kind: 'may-not', because: 'draft' }
  const next = (NEXT[state] as Partial<Record<ReportAction, ReportState>>)[action]
  if (!next) return { kind: 'may-not', because: state }
  if (action === 'approve' && actors.some((actor) => submitters.includes(actor)))
    return { kind: 'may-not', because: 'own-submission' }
  return { kind: 'may', next }
}

/**
 * Everything that `actors` may do by the life cycle and the cut-off; rights are another question.
 *
 * @param isOpen false after the close without an exception: then nothing is saved or submitted.
 */
export function listActions(
  state: ReportState | null,
  actors: readonly string[],
  submitters: readonly string[],
  isOpen: boolean,
): ReportAction[] {
  return REPORT_ACTIONS.filter(
    (action) =>
      judgeAction(action, state, actors, submitters).kind === 'may' &&
      (isOpen || (action !== 'save' && action !== 'submit')),
  )
}
