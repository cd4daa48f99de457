// What is wrong with a questionnaire, for the scheme whose criteria it scores.

import type { Rule } from '../schema.ts'
import { isAskedOf, type Questionnaire, type SurveyQuestion } from './survey-form.ts'

export type SurveyFault = { path: string; code: string; details?: Record<string, string> }

/** The rule of a criterion by its code; undefined: the scheme has none of that code. */
type RuleOf = (criterion: string) => Rule | undefined

export function checkQuestionnaire(form: Questionnaire, ruleOf: RuleOf): SurveyFault[] {
  const codes = form.groups.map(({ code }) => code)
  return [
    ...codes.flatMap((code, n) =>
      codes.indexOf(code) < n
        ? [{ path: `groups.${n}.code`, code: 'survey.groupRepeated', details: { code } }]
        : [],
    ),
    ...form.questions.flatMap((question, n) => questionFaults(question, n, codes, ruleOf)),
    ...weightFaults(form, ruleOf),
  ]
}

function questionFaults(
  question: SurveyQuestion,
  n: number,
  groups: string[],
  ruleOf: RuleOf,
): SurveyFault[] {
  const at = `questions.${n}`
  const { criterion } = question
  const stranger = question.groups.find((code) => !groups.includes(code))
  return [
    ...(stranger === undefined
      ? []
      : [{ path: `${at}.groups`, code: 'survey.groupUnknown', details: { code: stranger } }]),
    ...(criterion !== null && ruleOf(criterion)?.type !== 'survey'
      ? [{ path: `${at}.criterion`, code: 'survey.criterionUnfit', details: { criterion } }]
      : []),
    ...(question.kind === 'scale' && question.satisfiedFrom > question.top
      ? [
          {
            path: `${at}.satisfiedFrom`,
            code: 'survey.satisfiedBeyond',
            details: { top: String(question.top) },
          },
        ]
      : []),
    ...(question.kind === 'choice' &&
    criterion !== null &&
    question.options.every(({ worth }) => worth === null)
      ? [{ path: `${at}.options`, code: 'survey.worthless' }]
      : []),
  ]
}

/** A rule that weighs groups is not assessed unless each of them is asked. */
function weightFaults({ groups, questions }: Questionnaire, ruleOf: RuleOf): SurveyFault[] {
  const fed = [...new Set(questions.flatMap(({ criterion }) => criterion ?? []))]
  const known = groups.map(({ code }) => code)
  return fed.flatMap((criterion) => {
    const rule = ruleOf(criterion)
    if (rule?.type !== 'survey') return []
    const isAsked = (group: string) =>
      known.includes(group) && questions.some((one) => one.criterion === criterion && isAskedOf(one, group))
    return Object.keys(rule.weights ?? {})
      .filter((group) => !isAsked(group))
      .map((group) => ({ path: 'groups', code: 'survey.weightMissing', details: { criterion, group } }))
  })
}
