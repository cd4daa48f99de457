// Papers typed in by their numbers: one key answers one question, and the next one is up.

import { isAskedOf, optionCount, type SurveyQuestion } from '../../../rules/survey-form.ts'

/** Questions of a group with their places in the questionnaire, from 0. */
export const askedOf = (questions: readonly SurveyQuestion[], group: string) =>
  questions.flatMap((question, at) => (isAskedOf(question, group) ? [{ question, at }] : []))

/**
 * What a key says of a question: an option, null for left open (0 or a space), undefined for a key that says nothing.
 */
export function optionOfKey(question: SurveyQuestion, key: string): number | null | undefined {
  if (key === '0' || key === ' ') return null
  if (!/^[1-9]$/.test(key)) return undefined
  const option = Number(key)
  return option <= optionCount(question) ? option : undefined
}
