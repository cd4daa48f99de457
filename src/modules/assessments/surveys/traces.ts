// What the audit log says of surveys. Never an answer, and never a token.

import type { AuditEntry } from '#platform/http/endpoint.ts'
import type { RoundRow } from '../store/rounds.ts'
import type { SurveyRow } from '../store/surveys.ts'

const about = (survey: Pick<SurveyRow, 'id'>, unitId: number) => ({ subject: `survey:${survey.id}`, unitId })

/** @param before null: it is new */
export const entryOfSurvey = (
  before: SurveyRow | null,
  after: SurveyRow,
  { id, keeperId }: Pick<RoundRow, 'id' | 'keeperId'>,
  more: object = {},
): AuditEntry => ({
  action: 'survey.open',
  ...about(after, keeperId),
  details: { round: id, before: before && told(before), after: told(after), ...more },
})

const told = ({ name, state, lastDay, groups, questions }: SurveyRow) => ({
  name,
  state,
  lastDay,
  groups: groups.map(({ code }) => code),
  questions: questions.map(({ text, criterion }) => ({ text, criterion })),
})

export const entryOfTokens = (
  survey: SurveyRow,
  keeperId: number,
  details: { group: string; units: readonly string[]; each: number },
): AuditEntry => ({ action: 'survey.open', ...about(survey, keeperId), details: { handedOut: details } })

/** That papers were entered, and by their number which. */
export const entryOfPapers = (
  survey: SurveyRow,
  unitId: number,
  details: { unit: string; group: string; numbers: readonly number[] },
): AuditEntry => ({ action: 'survey.enter', ...about(survey, unitId), details })
