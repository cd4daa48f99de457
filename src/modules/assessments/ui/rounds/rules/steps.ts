// The steps of a round as a screen shows them. Pure.

import type { Day } from '#kernel/day.ts'
import type { RoundLine } from '../../../api/rounds.ts'
import { ROUND_STATES, type RoundState } from '../../../schema.ts'

type Dated = Pick<RoundLine, 'state' | 'selfDue' | 'verifyDue' | 'explainDue' | 'councilOn' | 'publishedOn'>

/** The day of a step; null: none was set. */
export function dayOfStep(round: Dated, step: RoundState): Day | null {
  return {
    self: round.selfDue,
    verify: round.verifyDue,
    explain: round.explainDue,
    council: round.councilOn,
    published: round.publishedOn,
  }[step]
}

/** The day by which the present step is asked for. */
export const dueOf = (round: Dated): Day | null =>
  round.state === 'published' ? null : dayOfStep(round, round.state)

/** `done` and `now` are what has been, and what is; the others are to come. */
export const placeOf = (step: RoundState, state: RoundState): 'done' | 'now' | 'later' => {
  const by = ROUND_STATES.indexOf(step) - ROUND_STATES.indexOf(state)
  return by < 0 ? 'done' : by === 0 ? 'now' : 'later'
}

/** The neighbour of a state; publication is another act, and nothing comes before the first. */
export function neighbourOf(state: RoundState, by: 1 | -1): Exclude<RoundState, 'published'> | null {
  const next = ROUND_STATES[ROUND_STATES.indexOf(state) + by]
  return state === 'published' || next === undefined || next === 'published' ? null : next
}
