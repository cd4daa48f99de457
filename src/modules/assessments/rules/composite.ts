import {
  dividedBy,
  type Exact,
  isZero,
  minus,
  plus,
  readExact,
  smaller,
  times,
  whole,
  ZERO,
} from '#kernel/exact.ts'
import type { CompositeRule, NaPolicy, Rule } from '../schema.ts'
import { type Score, type Scored, type Scorer, scored } from './scored.ts'

type Part = Extract<Scored, { kind: 'scored' }>

/**
 * Several rules in one criterion. A part that leaves the maximum takes its own maximum out of the criterion's, where
 * the parts are added up; the criterion leaves once no part is left.
 */
export function scoreComposite(
  { op, of }: CompositeRule,
  max: Exact,
  na: NaPolicy,
  prepare: (rule: Rule, max: Exact, na: NaPolicy) => Scorer,
): Score {
  const parts = of.map(({ max, rule }) => ({ max: readExact(max)!, rule }))
  const scorers = parts.map((part) => prepare(part.rule, part.max, na))
  return ({ parts: inputs = [] }) => {
    const results = scorers.map((score, n) => score(inputs[n]))
    const unknown = results.find(({ kind }) => kind === 'not-assessed')
    if (unknown) return unknown
    const there = results.filter((one): one is Part => one.kind === 'scored')
    if (there.length === 0) return null
    const why = results.map((one) => `(${one.why})`).join(op === 'min' ? ' ∧ ' : op === 'sum' ? ' + ' : ' × ')
    const gone = parts.reduce(
      (sum, part, n) => (results[n]!.kind === 'left-out' ? plus(sum, part.max) : sum),
      ZERO,
    )
    return scored(JOIN[op](there, max), op === 'sum' ? minus(max, gone) : max, why)
  }
}

const JOIN: Record<CompositeRule['op'], (parts: readonly Part[], max: Exact) => Exact> = {
  sum: (parts) => parts.reduce((sum, { points }) => plus(sum, points), ZERO),
  min: (parts) => parts.map(({ points }) => points).reduce(smaller),
  product: (parts, max) =>
    parts.reduce(
      (share, one) => times(share, isZero(one.max) ? whole(1) : dividedBy(one.points, one.max)),
      max,
    ),
}
