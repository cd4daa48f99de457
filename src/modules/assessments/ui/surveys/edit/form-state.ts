// A questionnaire while it is written: new questions and groups, and what is sent of them.

import type * as z from 'zod'
import type { Survey, SurveyDraft } from '../../../api/surveys.ts'
import type { SurveyQuestion } from '../../../rules/survey-form.ts'

export type Draft = z.infer<typeof SurveyDraft>
export type Kind = SurveyQuestion['kind']
export const KINDS: readonly Kind[] = ['scale', 'yes-no', 'choice']

/** The people whom surveys of reform ask; a scheme's weights may name others. */
export const USUAL_GROUPS = ['citizens', 'officials', 'firms', 'deputies', 'leaders'] as const

export const emptyDraft = (): Draft => ({
  ...{ name: '', intro: '', introEn: '', lastDay: null },
  groups: [],
  questions: [newQuestion('scale')],
})

export const draftOf = ({ name, intro, introEn, lastDay, groups, questions }: Survey): Draft => ({
  ...{ name, intro, introEn, lastDay, groups, questions },
})

const ASKED = { text: '', textEn: '', criterion: null, groups: [] }

/** Of another kind it keeps its words, its criterion and its groups. */
export function newQuestion(
  kind: Kind,
  of: Pick<SurveyQuestion, keyof typeof ASKED> = ASKED,
): SurveyQuestion {
  const { text, textEn, criterion, groups } = of
  const asked = { text, textEn, criterion, groups }
  if (kind === 'scale') return { kind, ...asked, top: 5, satisfiedFrom: 4 }
  if (kind === 'yes-no') return { kind, ...asked }
  return { kind, ...asked, options: [newOption(100), newOption(0)] }
}

export const newOption = (worth: number | null) => ({ label: '', labelEn: '', worth })

/** Nothing that must be there is missing. */
export const isWhole = ({ name, groups, questions }: Draft): boolean =>
  name.trim() !== '' &&
  groups.length > 0 &&
  groups.every((group) => group.name.trim() !== '' && /^[a-z][a-z0-9-]*$/.test(group.code)) &&
  questions.length > 0 &&
  questions.every(
    (question) =>
      question.text.trim() !== '' &&
      (question.kind !== 'choice' || question.options.every(({ label }) => label.trim() !== '')),
  )

/** A group that went is asked nothing any more. */
export const withGroups = (draft: Draft, groups: Draft['groups']): Draft => {
  const codes = new Set(groups.map(({ code }) => code))
  return {
    ...draft,
    groups,
    questions: draft.questions.map((one) => ({
      ...one,
      groups: one.groups.filter((code) => codes.has(code)),
    })),
  }
}
