import {
  compareExact,
  dividedBy,
  type Exact,
  exactText,
  isZero,
  plus,
  readExact,
  times,
  ZERO,
} from '#kernel/exact.ts'
import type { SimpleRule } from '../schema.ts'
import type { Group } from './inputs.ts'
import { type Score, type Scored, scored } from './scored.ts'

type SurveyRule = Extract<SimpleRule, { type: 'survey' }>

/**
 * Groups weigh as the scheme says, and then each of them must be there with its sample; or by their size, and then
 * the whole must reach it. Too few: not assessed.
 */
export function scoreSurvey({ minSample, weights }: SurveyRule, max: Exact): Score {
  const least = readExact(minSample)!
  const weightOf = weights && new Map(Object.entries(weights).map(([name, w]) => [name, readExact(w)!]))
  return ({ groups = [] }) => {
    const counted = weightOf ? groups.filter(({ name }) => weightOf.has(name)) : groups
    const missing = [...(weightOf?.keys() ?? [])].find((name) => !groups.some((group) => group.name === name))
    if (missing !== undefined) return tooFew(missing, ZERO, least)
    const small = weightOf && counted.find(({ n }) => isZero(n) || compareExact(n, least) < 0)
    if (small) return tooFew(small.name, small.n, least)
    const total = counted.reduce((sum, { n }) => plus(sum, n), ZERO)
    if (isZero(total) || compareExact(total, least) < 0) return tooFew('n', total, least)
    const mean = average(counted, ({ name, n }) => weightOf?.get(name) ?? n)
    return mean === null ? tooFew('n', ZERO, least) : scored(times(mean, max), max, told(counted))
  }
}

function average(groups: readonly Group[], weigh: (group: Group) => Exact): Exact | null {
  const weight = groups.reduce((sum, group) => plus(sum, weigh(group)), ZERO)
  if (isZero(weight)) return null
  return dividedBy(
    groups.reduce((sum, group) => plus(sum, times(group.share, weigh(group))), ZERO),
    weight,
  )
}

const told = (groups: readonly Group[]): string =>
  groups.map(({ name, n }) => `${name} ${exactText(n)}`).join(', ')

const tooFew = (name: string, n: Exact, least: Exact): Scored => ({
  kind: 'not-assessed',
  why: `${name} ${exactText(n)} < ${exactText(least)}`,
})
