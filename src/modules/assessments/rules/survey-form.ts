// A questionnaire as it is written down: who is asked, and what.

import * as z from 'zod'

const Words = z.string().trim().min(1).max(500)
/** English for readers of English; '' where there is none. */
const English = z.string().trim().max(500).default('')
const GroupCode = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)

/** Answers of a question are numbered from 1, so that one key enters one on paper. */
export const MOST_OPTIONS = 9

/** People who are asked: citizens, officials, firms, deputies; the codes that weights of a rule name. */
export const SurveyGroup = z.object({ code: GroupCode, name: Words, nameEn: English })
export type SurveyGroup = z.infer<typeof SurveyGroup>

const asked = {
  text: Words,
  textEn: English,
  /** Code of the survey criterion that its answers score; null: none. */
  criterion: z.string().min(1).max(60).nullable().default(null),
  /** Codes of the groups that are asked it; none named: all. */
  groups: z.array(GroupCode).max(20).default([]),
}
/** What an answer is worth of a hundred; null: it does not count (`no opinion`). */
const Worth = z.int().min(0).max(100).nullable()

export const SurveyQuestion = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('scale'),
    ...asked,
    top: z.int().min(2).max(MOST_OPTIONS).default(5),
    /** From which answer somebody counts as satisfied, where the rule asks for a percentage. */
    satisfiedFrom: z.int().min(1).max(MOST_OPTIONS).default(4),
  }),
  z.object({ kind: z.literal('yes-no'), ...asked }),
  z.object({
    kind: z.literal('choice'),
    ...asked,
    options: z
      .array(z.object({ label: Words, labelEn: English, worth: Worth }))
      .min(2)
      .max(MOST_OPTIONS),
  }),
])
export type SurveyQuestion = z.infer<typeof SurveyQuestion>

export type Questionnaire = { groups: readonly SurveyGroup[]; questions: readonly SurveyQuestion[] }

/** How many answers a question offers: 1 is the lowest of a scale, `yes` of yes and no, the first of a choice. */
export function optionCount(question: SurveyQuestion): number {
  if (question.kind === 'scale') return question.top
  return question.kind === 'choice' ? question.options.length : 2
}

export const isAskedOf = ({ groups }: SurveyQuestion, group: string): boolean =>
  groups.length === 0 || groups.includes(group)
