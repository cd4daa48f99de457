// Every page of the workspace, in the order in which their routes are tried.

import { reportPages } from '#modules/indicators/ui/forms/pages.ts'
import { workbookPages } from '#modules/indicators/ui/workbook/pages.ts'
import { auditPages } from '#modules/organisation/ui/audit/pages.ts'
import { unitPages } from '#modules/organisation/ui/units/pages.ts'
import { workPages } from '#modules/work/ui/pages.ts'
import type { Page } from '#web/kit/page.ts'
import { outboxPages } from '../outbox/pages.ts'

export const pages: readonly Page[] = [
  ...workPages,
  ...reportPages,
  ...workbookPages,
  ...auditPages,
  ...unitPages,
  ...outboxPages,
]
