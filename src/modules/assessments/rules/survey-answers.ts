// One person's answers, as they come in: only options that the question offers, only questions that the group is asked.

import { isAskedOf, optionCount, type SurveyQuestion } from './survey-form.ts'

/** The option of each question in the order of the questionnaire; null: left open, or not asked. */
export type Picks = readonly (number | null)[]

/** Numbers of questions (from 1) whose answer cannot be. */
export const wrongPicks = (questions: readonly SurveyQuestion[], group: string, picks: Picks): number[] =>
  picks.flatMap((option, n) => {
    if (option === null) return []
    const question = questions[n]
    const fits =
      question !== undefined && isAskedOf(question, group) && option >= 1 && option <= optionCount(question)
    return fits ? [] : [n + 1]
  })

export const isEmpty = (picks: Picks): boolean => picks.every((option) => option === null)
