// Whether every way through a rule is scored: no value falls between or beside tiers, and the maximum is within reach.

import {
  compareExact,
  dividedBy,
  type Exact,
  exactText,
  HUNDRED,
  isZero,
  plus,
  readExact,
  smaller,
  times,
  ZERO,
} from '#kernel/exact.ts'
import type { Criterion, Rule, Tier } from '../schema.ts'

/** `uncovered` leaves values that get 0 by no tier; `unreachable` and `tooMuch` are worth a look. */
export type PathFault = {
  code: 'uncovered' | 'unreachable' | 'tooMuch'
  isBlocking: boolean
  details: Record<string, string>
}

const read = (text: string): Exact => readExact(text)!
const sum = (all: readonly Exact[]): Exact => all.reduce(plus, ZERO)
const most = (all: readonly Exact[]): Exact => all.reduce((a, b) => (compareExact(a, b) < 0 ? b : a), ZERO)

/** Of a rule that can be read. The best way is compared with the criterion's maximum. */
export function pathFaults({ rule, max }: Pick<Criterion, 'rule' | 'max'>): PathFault[] {
  const best = bestOf(rule, read(max))
  const order = compareExact(best, read(max))
  const details = { best: exactText(best), max }
  return [
    ...uncovered(rule),
    ...(order < 0 ? [{ code: 'unreachable', isBlocking: false, details } as const] : []),
    ...(order > 0 ? [{ code: 'tooMuch', isBlocking: false, details } as const] : []),
  ]
}

/** What the best way through a rule is written to give, beyond the maximum where it is. */
function bestOf(rule: Rule, max: Exact): Exact {
  switch (rule.type) {
    case 'checklist':
      return sum(rule.items.map(({ points }) => read(points)))
    case 'ratioTiers':
    case 'countTiers':
    case 'compare':
      return most(rule.tiers.map(({ points }) => read(points)))
    case 'ratio':
      return bestRatio(rule, max)
    case 'composite':
      return bestComposite(rule, max)
    default:
      return max
  }
}

function bestRatio({ cap, target }: Extract<Rule, { type: 'ratio' }>, max: Exact): Exact {
  const full = target == null ? HUNDRED : read(target)
  if (cap == null || isZero(full)) return max
  return smaller(max, times(dividedBy(read(cap), full), max))
}

function bestComposite({ op, of }: Extract<Rule, { type: 'composite' }>, max: Exact): Exact {
  const parts = of.map((part) => ({ max: read(part.max), best: bestOf(part.rule, read(part.max)) }))
  if (op === 'sum') return sum(parts.map(({ best, max }) => smaller(best, max)))
  if (op === 'min') return parts.map(({ best }) => best).reduce(smaller)
  const share = (part: (typeof parts)[number]) =>
    isZero(part.max) ? HUNDRED : times(dividedBy(smaller(part.best, part.max), part.max), HUNDRED)
  return parts.reduce((points, part) => dividedBy(times(points, share(part)), HUNDRED), max)
}

/** Percentages and counts run from 0 on without end, changes both ways. */
function uncovered(rule: Rule): PathFault[] {
  switch (rule.type) {
    case 'ratioTiers':
    case 'countTiers':
      return ends(rule.tiers, ZERO)
    case 'compare':
      return ends(rule.tiers, null)
    case 'composite':
      return rule.of.flatMap((part) => uncovered(part.rule))
    default:
      return []
  }
}

function ends(tiers: readonly Tier[], least: Exact | null): PathFault[] {
  const isLow = ({ from, fromIncluded }: Tier) => {
    if (from == null) return true
    const order = least === null ? 1 : compareExact(read(from), least)
    return order < 0 || (order === 0 && fromIncluded)
  }
  return [
    ...(tiers.some(isLow) ? [] : [beside('below', outermost(tiers, 'from', -1))]),
    ...(tiers.some(({ to }) => to == null) ? [] : [beside('above', outermost(tiers, 'to', 1))]),
  ]
}

const beside = (side: 'below' | 'above', value: string): PathFault => ({
  code: 'uncovered',
  isBlocking: true,
  details: { side, value },
})

/** The outermost bound on a side on which all tiers are closed. */
const outermost = (tiers: readonly Tier[], side: 'from' | 'to', sign: 1 | -1): string =>
  tiers.map((tier) => tier[side]!).reduce((a, b) => (compareExact(read(a), read(b)) * sign >= 0 ? a : b))
