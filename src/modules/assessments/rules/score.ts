// What a rule makes of an input (`domain.md` §1.5): one function for each type, exact throughout.

import {
  compareExact,
  dividedBy,
  type Exact,
  exactText,
  HUNDRED,
  isZero,
  larger,
  minus,
  plus,
  readExact,
  smaller,
  times,
  whole,
  ZERO,
} from '#kernel/exact.ts'
import type { NaPolicy, Rule, SimpleRule } from '../schema.ts'
import { scoreComposite } from './composite.ts'
import { type Input, readInput } from './inputs.ts'
import { type Score, type Scored, type Scorer, scored } from './scored.ts'
import { scoreSurvey } from './survey.ts'
import { type ReadTier, readTier, tierOf } from './tiers.ts'

/** Prepares a rule once, for many inputs. An input that does not fit the rule is not assessed. */
export function scorer(rule: Rule, max: Exact, na: NaPolicy): Scorer {
  const score = rule.type === 'composite' ? scoreComposite(rule, max, na, scorer) : simple(rule, max)
  return (input) => {
    const read = readInput(rule, input)
    if (read === null) return { kind: 'not-assessed', why: 'input' }
    const scored = 'na' in read ? null : score(read)
    return scored ?? notApplicable(max, na)
  }
}

function notApplicable(max: Exact, na: NaPolicy): Scored {
  if (na === 'exclude') return { kind: 'left-out', why: 'n/a: out' }
  return { kind: 'scored', points: na === 'full' ? max : ZERO, max, why: `n/a: ${na}` }
}

function simple(rule: SimpleRule, max: Exact): Score {
  switch (rule.type) {
    case 'met':
      return ({ met }) => scored(met ? max : ZERO, max, met ? 'met' : 'not met')
    case 'checklist':
      return checklist(new Map(rule.items.map(({ code, points }) => [code, readExact(points)!])), max)
    case 'ratio':
      return ratio({ ...boundsOf(rule) }, max)
    case 'ratioTiers':
      return byTier(rule.tiers.map(readTier), max, percentOf)
    case 'countTiers':
      return byTier(rule.tiers.map(readTier), max, ({ count }) => count!)
    case 'compare':
      return byTier(rule.tiers.map(readTier), max, changeOf)
    case 'deduct':
      return deduct(new Map(rule.per.map(({ code, points }) => [code, readExact(points)!])), max)
    case 'deadline':
      return deadline(readExact(rule.graceDays)!, readExact(rule.perDay)!, max)
    case 'external':
      return ({ value }) => share(value!, readExact(rule.outOf)!, max)
    case 'survey':
      return scoreSurvey(rule, max)
  }
}

const share = (value: Exact, outOf: Exact, max: Exact): Scored | null =>
  isZero(outOf)
    ? null
    : scored(times(dividedBy(value, outOf), max), max, `${exactText(value)}/${exactText(outOf)}`)

const checklist =
  (items: ReadonlyMap<string, Exact>, max: Exact): Score =>
  ({ items: there = [] }) => {
    const points = [...new Set(there)].map((code) => items.get(code) ?? ZERO)
    return scored(points.reduce(plus, ZERO), max, there.length === 0 ? '–' : [...new Set(there)].join(' + '))
  }

function percentOf({ num, den }: Input): Exact | null {
  return isZero(den!) ? null : times(dividedBy(num!, den!), HUNDRED)
}

/** In percent of what it was; from nothing there is no change to speak of. */
function changeOf({ previous, now }: Input): Exact | null {
  return isZero(previous!) ? null : times(dividedBy(minus(now!, previous!), previous!), HUNDRED)
}

type Bounds = { floor: Exact | null; target: Exact; cap: Exact | null }
const boundsOf = (rule: {
  floor?: string | null | undefined
  target?: string | null | undefined
  cap?: string | null | undefined
}): Bounds => ({
  floor: rule.floor == null ? null : readExact(rule.floor),
  target: rule.target == null ? HUNDRED : readExact(rule.target)!,
  cap: rule.cap == null ? null : readExact(rule.cap),
})

/** Below the floor nothing; else the percentage, no higher than the cap, of the target. */
const ratio =
  ({ floor, target, cap }: Bounds, max: Exact): Score =>
  (input) => {
    const percent = percentOf(input)
    if (percent === null || isZero(target)) return null
    const why = `${exactText(input.num!)}/${exactText(input.den!)} = ${exactText(percent)} %`
    if (floor && compareExact(percent, floor) < 0) return scored(ZERO, max, `${why} < ${exactText(floor)} %`)
    const counted = cap ? smaller(percent, cap) : percent
    return scored(times(dividedBy(counted, target), max), max, why)
  }

const byTier =
  (tiers: readonly ReadTier[], max: Exact, measure: (input: Input) => Exact | null): Score =>
  (input) => {
    const value = measure(input)
    if (value === null) return null
    const tier = tierOf(tiers, value)
    return scored(tier?.points ?? ZERO, max, `${exactText(value)}: ${tier ? exactText(tier.points) : '–'}`)
  }

const deduct =
  (per: ReadonlyMap<string, Exact>, max: Exact): Score =>
  ({ counts = [] }) => {
    const lost = counts.reduce((sum, [code, n]) => plus(sum, times(n, per.get(code) ?? ZERO)), ZERO)
    return scored(larger(minus(max, lost), ZERO), max, `−${exactText(lost)}`)
  }

const deadline =
  (grace: Exact, perDay: Exact, max: Exact): Score =>
  ({ daysLate }) => {
    const counted = larger(minus(daysLate!, grace), whole(0))
    return scored(minus(max, times(counted, perDay)), max, `${exactText(counted)} × ${exactText(perDay)}`)
  }
