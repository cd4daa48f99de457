// Every page of the workspace, in the order in which their routes are tried.

import { appealPages } from '#modules/assessments/ui/appeals/pages.ts'
import { gradingPages } from '#modules/assessments/ui/grading/pages.ts'
import { resultPages } from '#modules/assessments/ui/results/pages.ts'
import { scoringPages } from '#modules/assessments/ui/rounds/pages.ts'
import { schemePages } from '#modules/assessments/ui/schemes/pages.ts'
import { surveyPages } from '#modules/assessments/ui/surveys/pages.ts'
import { cascadePages } from '#modules/directives/ui/cascade/pages.ts'
import { choosingPages } from '#modules/directives/ui/choosing/pages.ts'
import { coveragePages } from '#modules/directives/ui/coverage/pages.ts'
import { dutyPages } from '#modules/directives/ui/duties/pages.ts'
import { planPages } from '#modules/directives/ui/plans/pages.ts'
import { registerPages } from '#modules/directives/ui/register/pages.ts'
import { sessionPages } from '#modules/directives/ui/sessions/pages.ts'
import { boardPages } from '#modules/indicators/ui/board/pages.ts'
import { checkPages } from '#modules/indicators/ui/check/pages.ts'
import { cutoffPages } from '#modules/indicators/ui/cutoff/pages.ts'
import { reportPages } from '#modules/indicators/ui/forms/pages.ts'
import { definitionPages } from '#modules/indicators/ui/managing/pages.ts'
import { workbookPages } from '#modules/indicators/ui/workbook/pages.ts'
import { inspectionPages } from '#modules/inspections/ui/pages.ts'
import { auditPages } from '#modules/organisation/ui/audit/pages.ts'
import { peoplePages } from '#modules/organisation/ui/people/pages.ts'
import { postPages } from '#modules/organisation/ui/posts/pages.ts'
import { unitPages } from '#modules/organisation/ui/units/pages.ts'
import { outreachPages } from '#modules/outreach/ui/pages.ts'
import { programmePages } from '#modules/programmes/ui/dashboard/pages.ts'
import { programmeManagingPages } from '#modules/programmes/ui/managing/pages.ts'
import { workPages } from '#modules/work/ui/pages.ts'
import type { Page } from '#web/kit/page.ts'
import { outboxPages } from '../outbox/pages.ts'
import { ownPages } from '../sign-in/pages.ts'

export const pages: readonly Page[] = [
  ...workPages,
  ...reportPages,
  ...checkPages,
  ...boardPages,
  ...cutoffPages,
  ...workbookPages,
  ...auditPages,
  ...peoplePages,
  ...postPages,
  ...unitPages,
  ...definitionPages,
  ...programmePages,
  ...programmeManagingPages,
  ...inspectionPages,
  ...outreachPages,
  ...registerPages,
  ...cascadePages,
  ...dutyPages,
  ...coveragePages,
  ...planPages,
  ...sessionPages,
  ...choosingPages,
  ...gradingPages,
  ...scoringPages,
  ...surveyPages,
  ...resultPages,
  ...schemePages,
  ...appealPages,
  ...outboxPages,
  ...ownPages,
]
