// How a round goes on, and what may be said in which state.

import { ROUND_STATES, type RoundState, type Stage } from '../schema.ts'

export type Step = 'forward' | 'back'

/** The step from one state to another; null: that is none. What is published stays so. */
export function stepOf(from: RoundState, to: RoundState): Step | null {
  const steps = ROUND_STATES.indexOf(to) - ROUND_STATES.indexOf(from)
  if (from === 'published') return null
  return steps === 1 ? 'forward' : steps === -1 ? 'back' : null
}

/** Who says a stage: the unit itself, whoever verifies, whoever decides. */
export type Side = 'unit' | 'verifier' | 'council'
export const sideOf = (stage: Stage): Side =>
  stage === 'self' || stage === 'explained' ? 'unit' : stage === 'final' ? 'council' : 'verifier'

const SAID_IN: Readonly<Record<Stage, RoundState>> = {
  self: 'self',
  verified: 'verify',
  explained: 'explain',
  're-verified': 'explain',
  final: 'council',
}

/** What a subject's sheet is open for: its own scores until it has sent them, its explanations until it has ended them. */
export type SubjectState = { state: RoundState; isSent: boolean; isExplained: boolean }

/** Whether a stage may be said now, by whoever may say it. After publication only an appeal says any. */
export function isSayable(stage: Stage, { state, isSent, isExplained }: SubjectState): boolean {
  if (state !== SAID_IN[stage]) return false
  return stage === 'self' ? !isSent : stage === 'explained' ? !isExplained : true
}

/** The stage that verifiers say in a state; null: none. */
export const verifiedIn = (state: RoundState): 'verified' | 're-verified' | null =>
  state === 'verify' ? 'verified' : state === 'explain' ? 're-verified' : null
