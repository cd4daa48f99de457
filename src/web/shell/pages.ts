// Every page of the workspace, in the order in which their routes are tried.

import { boardPages } from '#modules/indicators/ui/board/pages.ts'
import { cutoffPages } from '#modules/indicators/ui/cutoff/pages.ts'
import { reportPages } from '#modules/indicators/ui/forms/pages.ts'
import { definitionPages } from '#modules/indicators/ui/managing/pages.ts'
import { workbookPages } from '#modules/indicators/ui/workbook/pages.ts'
import { auditPages } from '#modules/organisation/ui/audit/pages.ts'
import { unitPages } from '#modules/organisation/ui/units/pages.ts'
import { programmeManagingPages } from '#modules/programmes/ui/managing/pages.ts'
import { workPages } from '#modules/work/ui/pages.ts'
import type { Page } from '#web/kit/page.ts'
import { outboxPages } from '../outbox/pages.ts'

export const pages: readonly Page[] = [
  ...workPages,
  ...reportPages,
  ...boardPages,
  ...cutoffPages,
  ...workbookPages,
  ...auditPages,
  ...unitPages,
  ...definitionPages,
  ...programmeManagingPages,
  ...outboxPages,
]
