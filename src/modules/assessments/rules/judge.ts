// What one claim makes of one criterion, and the index of sums: the same for a whole assessment and for one sheet.

import {
  dividedBy,
  type Exact,
  HUNDRED,
  plus,
  readExact,
  roundExact,
  times,
  within,
  ZERO,
} from '#kernel/exact.ts'
import type { Claim, Scheme, Stage } from '../schema.ts'
import { scorer } from './score.ts'
import type { Scored, Scorer } from './scored.ts'

/** A criterion made ready for many inputs; `score` takes the input's text. */
export type Prepared = { code: string; max: Exact; isSurvey: boolean; score: (input: string) => Scored }
export type PreparedArea = { code: string; criteria: Prepared[] }

export const prepare = (scheme: Scheme): PreparedArea[] =>
  scheme.areas.map(({ code, criteria }) => ({
    code,
    criteria: criteria.map((criterion) => {
      const max = readExact(criterion.max)!
      const isSurvey = criterion.rule.type === 'survey'
      return {
        code: criterion.code,
        max,
        isSurvey,
        score: remember(scorer(criterion.rule, max, criterion.na)),
      }
    }),
  }))

/** Beyond so many different inputs of a criterion the known ones are forgotten. */
const REMEMBERED = 10_000

/** Thousands of units say the same few things of a criterion: each is scored once. */
function remember(score: Scorer): (input: string) => Scored {
  const known = new Map<string, Scored>()
  return (input) => {
    if (known.size >= REMEMBERED) known.clear()
    return known.getOrInsertComputed(input, (text) => score(JSON.parse(text)))
  }
}

/** What counts of a criterion. `isOpen`: not assessed; `max` 0 and `points` null: out of the maximum. */
export type Judged = {
  code: string
  points: Exact | null
  max: Exact
  stage: Stage | null
  why: string
  isOpen: boolean
}
/** A survey that was not run leaves the maximum of a scheme that re-bases; all else that nobody spoke of is open. */
export function judge(
  { code, max, isSurvey, score }: Prepared,
  claim: Claim | undefined,
  rebase: boolean,
): Judged {
  if (!claim)
    return isSurvey && rebase
      ? { code, points: null, max: ZERO, stage: null, why: 'not run: out', isOpen: false }
      : { code, points: null, max, stage: null, why: '–', isOpen: true }
  const scored = score(claim.input)
  const { stage } = claim
  if (scored.kind === 'scored')
    return { code, points: scored.points, max: scored.max, stage, why: scored.why, isOpen: false }
  const isOut = scored.kind === 'left-out'
  return { code, points: null, max: isOut ? ZERO : max, stage, why: scored.why, isOpen: !isOut }
}

export const total = (points: readonly Exact[]): Exact => points.reduce(plus, ZERO)

/** In percent, rounded half up, within 0–100. */
export const indexOf = (points: Exact, max: Exact, places: number): string =>
  roundExact(within(times(dividedBy(points, max), HUNDRED), ZERO, HUNDRED), places)
