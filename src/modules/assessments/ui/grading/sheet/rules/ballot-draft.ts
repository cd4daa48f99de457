// A ballot as it is counted and typed: it must add up before it is sent.

import type { Ballot } from '../../../../api/grade-shapes.ts'
import { LEVELS, type Level } from '../../../../rules/grade-rules.ts'

export type BallotDraft = Record<Level | 'invited' | 'present' | 'invalid', number | string>

export const emptyBallot: BallotDraft = {
  invited: '',
  present: '',
  HTXSNV: '',
  HTTNV: '',
  HTNV: '',
  KHTNV: '',
  invalid: '',
}

export const isBlank = (draft: BallotDraft): boolean => Object.values(draft).every((count) => count === '')

export const ballotOf = (draft: BallotDraft): Ballot => ({
  invited: Number(draft.invited),
  present: Number(draft.present),
  votes: {
    HTXSNV: Number(draft.HTXSNV),
    HTTNV: Number(draft.HTTNV),
    HTNV: Number(draft.HTNV),
    KHTNV: Number(draft.KHTNV),
  },
  invalid: Number(draft.invalid),
})

/** Papers counted that are not of those present, or more present than were asked; null: it adds up. */
export function ballotFault(draft: BallotDraft): 'sum' | 'present' | null {
  const { invited, present, votes, invalid } = ballotOf(draft)
  if (present > invited) return 'present'
  return LEVELS.reduce((sum, level) => sum + votes[level], invalid) === present ? null : 'sum'
}

export const countedVotes = (draft: BallotDraft): number => {
  const { votes, invalid } = ballotOf(draft)
  return LEVELS.reduce((sum, level) => sum + votes[level], invalid)
}
