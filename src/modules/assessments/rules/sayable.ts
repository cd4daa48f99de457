// Why somebody may not say a score of a criterion now, or that they may.

import { STAGES, type Stage } from '../schema.ts'
import { isSayable, type SubjectState, sideOf } from './round-state.ts'

/** What somebody may do with a subject, wherever the round stands. */
export type Can = {
  /** May say the unit's own scores and explanations. */
  say: boolean
  /** May verify the area of this criterion. */
  verify: boolean
  decide: boolean
  /** Holds no role there and claimed nothing there. */
  isApart: boolean
}
/** What there is of a criterion already. */
export type CellState = {
  isSurvey: boolean
  /** The system counted it. */
  isFed: boolean
  stages: ReadonlySet<Stage>
}
/**
 * `notApart`: has the right, but answers for the unit; `survey`: its answers score it; `fed`: the system counted it, and
 * only a look again changes that; `notVerified`: there is nothing to explain; `reviewed`: the explanation was answered.
 */
export type Refusal = 'forbidden' | 'notApart' | 'notNow' | 'survey' | 'fed' | 'notVerified' | 'reviewed'

export function refusalOf(stage: Stage, can: Can, subject: SubjectState, cell: CellState): Refusal | null {
  const side = sideOf(stage)
  if (!(side === 'unit' ? can.say : side === 'verifier' ? can.verify : can.decide)) return 'forbidden'
  if (side !== 'unit' && !can.isApart) return 'notApart'
  if (!isSayable(stage, subject)) return 'notNow'
  if (stage === 'self' && cell.isSurvey) return 'survey'
  if (stage === 'verified' && cell.isFed) return 'fed'
  if (stage === 'explained' && !cell.stages.has('verified')) return 'notVerified'
  if (stage === 'explained' && cell.stages.has('re-verified')) return 'reviewed'
  return null
}

/** The stages that may be said now. */
export const sayableStages = (can: Can, subject: SubjectState, cell: CellState): Stage[] =>
  STAGES.filter((stage) => refusalOf(stage, can, subject, cell) === null)
