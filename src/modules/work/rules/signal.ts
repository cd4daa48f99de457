import type { NoticeKind } from '../schema.ts'

/** Which report an entry of the audit log is about. */
export type ReportNamed = { form: string; period: string; unitId: number; version: number }

/** What an entry tells people: of which kind, about what, and who is to know it. */
export type News = ReportNamed & {
  kind: NoticeKind
  /** Those who may approve it, or those who sent it. */
  to: 'approvers' | 'senders'
  reason: string | null
}

export type Entry = {
  action: string
  subject: string
  unitId: number | null
  details: Readonly<Record<string, unknown>>
}

const KINDS: Readonly<Record<string, Pick<News, 'kind' | 'to'>>> = {
  'report.submit': { kind: 'check', to: 'approvers' },
  'report.return': { kind: 'returned', to: 'senders' },
  'report.approve': { kind: 'approved', to: 'senders' },
}

/**
 * Reads an audit entry as news; null when it is none. A save that submitted at once is a submission. The report's name
 * is the entry's subject, `report:form/unit/period`; its version and the reason stand in the details.
 */
export function newsOf({ action, subject, unitId, details }: Entry): News | null {
  const isSent = action === 'report.save' && details.state === 'submitted'
  const kind = KINDS[isSent ? 'report.submit' : action]
  const named = /^report:([^/]+)\/.*\/([^/]+)$/.exec(subject)
  if (!kind || !named || unitId === null || typeof details.version !== 'number') return null
  const reason = typeof details.reason === 'string' ? details.reason : null
  return { ...kind, form: named[1]!, period: named[2]!, unitId, version: details.version, reason }
}

/** One per person and thing: the same report sent again is a new version, and so a new thing. */
export const thingOf = ({ form, period, unitId, version }: ReportNamed): string =>
  `${form}/${period}/${unitId}#${version}`
