import { type Exact, within, ZERO } from '#kernel/exact.ts'
import type { Input } from './inputs.ts'

/**
 * `scored`: points of a maximum (smaller than the criterion's where parts of it left). `left-out`: the criterion leaves
 * the maximum. `not-assessed`: nothing is known, or not enough; never 0. `why` tells the way in figures alone, so that
 * it is the same in every language.
 */
export type Scored =
  | { kind: 'scored'; points: Exact; max: Exact; why: string }
  | { kind: 'left-out'; why: string }
  | { kind: 'not-assessed'; why: string }

/** From an input as `readJson` gives it. */
export type Scorer = (input: unknown) => Scored
/** From an input that fits the rule. Null: not applicable, as a ratio over zero is. */
export type Score = (input: Input) => Scored | null

/** Points are never below zero, nor above the maximum. */
export const scored = (points: Exact, max: Exact, why: string): Scored => ({
  kind: 'scored',
  points: within(points, ZERO, max),
  max,
  why,
})
