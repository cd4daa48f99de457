// What a count of the program's own records says of a criterion, by its rule.

import type { Rule } from '../schema.ts'

/** So much of so much; `of` null where nothing bounds it (the value of an indicator). Decimals as text. */
export type Tally = { counted: string; of: string | null }

const WHOLE = /^\d+$/

/** Rules that a count can answer. The others need a person: a checklist, a survey, a deadline, several parts. */
const FEDS = ['met', 'ratio', 'ratioTiers', 'countTiers', 'external', 'deduct'] as const
export const isFeedable = (rule: Rule): boolean => (FEDS as readonly string[]).includes(rule.type)

/**
 * What is said of a criterion, as its rule reads it. `met` holds where all of it is counted; `deduct` takes the first
 * kind of fault for each that is missing. Of nothing (`of` 0) the criterion does not apply.
 *
 * @returns null: the rule takes no such count
 */
export function inputOf(rule: Rule, { counted, of }: Tally): Record<string, unknown> | null {
  const isNothing = of !== null && Number(of) === 0
  if (isNothing && isFeedable(rule)) return { na: true }
  if (rule.type === 'countTiers') return { count: counted }
  if (rule.type === 'external') return { value: counted }
  if (of === null) return null
  if (rule.type === 'ratio' || rule.type === 'ratioTiers') return { num: counted, den: of }
  if (rule.type === 'met') return { met: Number(counted) >= Number(of) }
  if (rule.type !== 'deduct') return null
  if (!WHOLE.test(of) || !WHOLE.test(counted) || BigInt(counted) > BigInt(of)) return null
  const missing = BigInt(of) - BigInt(counted)
  return { [rule.per[0]!.code]: String(missing) }
}
