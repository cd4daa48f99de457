import { parsePeriod } from '#kernel/period.ts'
import type { Found } from '../api.ts'

export type Destination =
  /** The unit is chosen on the page one is on; in another period where it was gone before the chosen one began. */
  | { kind: 'unit'; unit: string; period: string | null }
  | { kind: 'page'; path: string; search: Record<string, string> }

/** Where an answer leads. @param period the chosen one. */
export function destinationOf({ kind, code, programme, until }: Found, period: string): Destination {
  const page = (path: string, search: Record<string, string> = {}): Destination => ({
    kind: 'page',
    path,
    search,
  })
  if (kind === 'programme') return page(`/programmes/${code}`)
  if (kind === 'figure') return page(`/programmes/${programme}`, { figure: code })
  if (kind === 'form') return page(`/reports/${code}`)
  if (kind === 'directive') return page(`/directives/${code}`)
  if (kind === 'indicator') return page('/indicators', { code })
  const startsOn = parsePeriod(period)?.startsOn ?? ''
  return { kind: 'unit', unit: code, period: until !== null && until < startsOn ? until.slice(0, 4) : null }
}
