// What somebody is typing as a score: members of the rule's input, blank until they were filled.

import { compareExact, readExact, ZERO } from '#kernel/exact.ts'
import type { Input } from '../../../api/score-shapes.ts'
import { adjustmentOf, readAdjustment } from '../../../rules/adjustment.ts'
import { readInput } from '../../../rules/inputs.ts'
import { scorer } from '../../../rules/score.ts'
import type { Scored } from '../../../rules/scored.ts'
import type { Criterion, Rule } from '../../../schema.ts'

type Ruled = Pick<Criterion, 'rule' | 'max' | 'na'>

/** The members that a rule asks for, none of them filled. A list of items may stay empty: nothing of it is met. */
export function blankInput(rule: Rule): Input {
  switch (rule.type) {
    case 'met':
      return {}
    case 'checklist':
      return { items: [] }
    case 'ratio':
    case 'ratioTiers':
      return { num: '', den: '' }
    case 'countTiers':
      return { count: '' }
    case 'deduct':
      return Object.fromEntries(rule.per.map(({ code }) => [code, '']))
    case 'deadline':
      return { daysLate: '' }
    case 'external':
      return { value: '' }
    case 'compare':
      return { previous: '', now: '' }
    case 'survey':
      return { groups: {} }
    case 'composite':
      return { parts: rule.of.map((part) => blankInput(part.rule)) }
  }
}

/** An input that was said, laid out for typing: what is missing in it is blank. */
export function openInput(rule: Rule, said: Input | undefined): Input {
  const blank = blankInput(rule)
  if (!said || Object.keys(said).length === 0) return blank
  return said.na === true ? { na: true } : { ...blank, ...said }
}

/** What the rule makes of it; null while a member is blank or does not fit. */
export function judgeInput({ rule, max, na }: Ruled, input: Input): Scored | null {
  if (!isWhole(rule, input)) return null
  const scored = scorer(rule, readExact(max)!, na)(input)
  return scored.kind === 'not-assessed' && rule.type !== 'survey' ? null : scored
}

/** Every member is filled, those of parts too. */
function isWhole(rule: Rule, input: unknown): boolean {
  const read = readInput(rule, input)
  if (read === null) return false
  if (rule.type !== 'composite' || !('parts' in read)) return true
  return rule.of.every((part, n) => isWhole(part.rule, read.parts?.[n]))
}

/** Bonus or penalty within the scheme's bounds; null: blank, no number, or beyond them. */
export function judgeAdjustment(bounds: { min: string; max: string }, input: Input): Scored | null {
  const asked = readAdjustment(input)
  if (asked === null) return null
  const points = adjustmentOf(bounds, JSON.stringify(input))
  return compareExact(points, asked) === 0 ? { kind: 'scored', points, max: ZERO, why: '' } : null
}
