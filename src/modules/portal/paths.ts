// Every address of the portal as a value, in both languages; pages never write one by hand.

import type { Lang } from '#platform/i18n/translate.ts'

export type BordersChoice = 'then' | 'now'

/** Which page this is, and what was chosen on it. Undefined means the default. */
export type Here = {
  lang: Lang
  page:
    | { kind: 'home' }
    | { kind: 'programme'; slug: string }
    | { kind: 'figure'; key: string }
    | { kind: 'rankings' }
    | { kind: 'ranking'; scheme: string }
    | { kind: 'survey'; token: string }
  year?: number
  borders?: BordersChoice
  /** Code of the opened commune. */
  unit?: string
  /** Page of a long table, from 1. */
  at?: number
}

/** The address of a page with its choices, and a place on the page when given. */
export function pathTo(here: Here, anchor = ''): string {
  const query = new URLSearchParams()
  if (here.year !== undefined) query.set('year', String(here.year))
  if (here.borders === 'now') query.set('borders', 'now')
  if (here.unit !== undefined) query.set('unit', here.unit)
  if (here.at !== undefined && here.at > 1) query.set('page', String(here.at))
  const search = query.size > 0 ? `?${query}` : ''
  return (
    `${here.lang === 'en' ? '/en' : ''}${pagePath(here.page)}${search}${anchor ? `#${anchor}` : ''}` || '/'
  )
}

function pagePath(page: Here['page']): string {
  if (page.kind === 'programme') return `/programmes/${encodeURIComponent(page.slug)}`
  if (page.kind === 'figure') return `/figures/${encodeURIComponent(page.key)}`
  if (page.kind === 'rankings') return '/assessments'
  if (page.kind === 'ranking') return `/assessments/${encodeURIComponent(page.scheme)}`
  if (page.kind === 'survey') return `/surveys/${encodeURIComponent(page.token)}`
  return '/'
}

/** From one page to another with the same language, year and borders. */
export function toPage(here: Here, page: Here['page'], more: Pick<Here, 'unit'> = {}, anchor = ''): string {
  const { lang, year, borders } = here
  return pathTo(
    { lang, page, ...(year !== undefined && { year }), ...(borders && { borders }), ...more },
    anchor,
  )
}

export const figurePath = (here: Here, key: string, unit?: string, anchor = ''): string =>
  toPage(here, { kind: 'figure', key }, unit === undefined ? {} : { unit }, anchor)

export const programmePath = (here: Here, slug: string): string => toPage(here, { kind: 'programme', slug })

export const rankingsPath = ({ lang }: Here): string => pathTo({ lang, page: { kind: 'rankings' } })

/** `unit`: why it has its score. */
export const rankingPath = (
  { lang }: Here,
  scheme: string,
  year?: number,
  unit?: string,
  anchor = '',
): string =>
  pathTo(
    {
      lang,
      page: { kind: 'ranking', scheme },
      ...(year !== undefined && { year }),
      ...(unit !== undefined && { unit }),
    },
    anchor,
  )

export const homePath = (here: Here): string => toPage(here, { kind: 'home' })

/** What the server sends besides pages. */
export const API_DESCRIPTION = '/api/v1/openapi.json'
export const figuresJson = (year: number): string => `/api/v1/figures?period=${year}`
