// Every page of the workspace, in the order in which their routes are tried.

import { reportPages } from '#modules/indicators/ui/forms/pages.ts'
import { workbookPages } from '#modules/indicators/ui/workbook/pages.ts'
import { auditPages } from '#modules/organisation/ui/audit/pages.ts'
import type { Page } from '#web/kit/page.ts'
import { outboxPages } from '../outbox/pages.ts'

export const pages: readonly Page[] = [...reportPages, ...workbookPages, ...auditPages, ...outboxPages]
