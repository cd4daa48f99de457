// From counted answers to what a survey rule takes. A question's answers are means of their own first, so that one that
// many left open weighs as much as the others.

import {
  dividedBy,
  type Exact,
  exact,
  HUNDRED,
  plus,
  readExact,
  roundExact,
  times,
  whole,
  ZERO,
} from '#kernel/exact.ts'
import type { SimpleRule } from '../schema.ts'
import { isAskedOf, type Questionnaire, type SurveyQuestion } from './survey-form.ts'

export type SurveyRule = Extract<SimpleRule, { type: 'survey' }>
/** How often an option of a question was chosen by a group; question and option from 1. */
export type Tally = { group: string; question: number; option: number; n: number }

/** A group of fewer people than this in one unit is not told, and does not count: it would tell who said what. */
export const LEAST_TOLD = 5
/** Places of a mean: more than any sheet shows. */
const PLACES = 10

/** What an answer is worth, as a share of the best; null: it does not count. */
export function shareOf(question: SurveyQuestion, option: number, isPercent: boolean): Exact | null {
  if (question.kind === 'yes-no') return whole(option === 1 ? 1 : 0)
  if (question.kind === 'choice') {
    const worth = question.options[option - 1]?.worth ?? null
    return worth === null ? null : exact(BigInt(worth), 100n)
  }
  if (isPercent) return whole(option >= question.satisfiedFrom ? 1 : 0)
  return exact(BigInt(option), BigInt(question.top))
}

export type Mean = { share: Exact; n: number }
/** Of the answers that count; null: there is none. */
export function meanOf(question: SurveyQuestion, tallies: readonly Tally[], isPercent: boolean): Mean | null {
  const counted = tallies.flatMap(({ option, n }) => {
    const share = shareOf(question, option, isPercent)
    return share ? [{ share, n }] : []
  })
  const n = counted.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return null
  const sum = counted.reduce((all, one) => plus(all, times(one.share, whole(one.n))), ZERO)
  return { share: dividedBy(sum, whole(n)), n }
}

/**
 * One group's word on a criterion: the mean of its questions' means, and the fewest answers that any of them has.
 * Null: a question was not answered, or by too few to be told.
 */
export function groupMean(
  criterion: string,
  group: string,
  { questions }: Pick<Questionnaire, 'questions'>,
  tallies: readonly Tally[],
  isPercent: boolean,
): Mean | null {
  const means = questions.flatMap((question, n) =>
    question.criterion === criterion && isAskedOf(question, group)
      ? [
          meanOf(
            question,
            tallies.filter((one) => one.group === group && one.question === n + 1),
            isPercent,
          ),
        ]
      : [],
  )
  if (means.length === 0 || means.includes(null)) return null
  const known = means as Mean[]
  const n = Math.min(...known.map((mean) => mean.n))
  if (n < LEAST_TOLD) return null
  return {
    share: dividedBy(
      known.reduce((sum, { share }) => plus(sum, share), ZERO),
      whole(known.length),
    ),
    n,
  }
}

/** What the rule takes: `{"groups":{"citizens":{"mean":"4.2","n":"31"}}}`; means are rounded to ten places. */
export function surveyInput(
  rule: SurveyRule,
  criterion: string,
  form: Questionnaire,
  tallies: readonly Tally[],
): { groups: Record<string, Record<string, string>> } {
  const isPercent = rule.scale === 'percent'
  const top = isPercent ? HUNDRED : readExact(rule.scale)!
  const groups = form.groups.flatMap(({ code }) => {
    const mean = groupMean(criterion, code, form, tallies, isPercent)
    if (!mean) return []
    const value = roundExact(times(mean.share, top), PLACES)
    return [[code, { [isPercent ? 'percent' : 'mean']: value, n: String(mean.n) }] as const]
  })
  return { groups: Object.fromEntries(groups) }
}
