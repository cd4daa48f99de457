import { useWords } from '#web/kit/words.tsx'
import type { RuleWords } from '../../rules/tell-rule.ts'

/** Words for `tellRule` in the reader's language. */
export function useRuleWords(): RuleWords {
  const { t, number } = useWords()
  return { t, number: (value) => number(value) }
}
