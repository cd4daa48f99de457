// How every page is sent: with a tag, so that the same page is not sent twice, and a fault of ours as a page as well.

import { createHash } from 'node:crypto'
import type { Context } from 'hono'
import { dayOf } from '#kernel/day.ts'
import type { Deps } from '#platform/http/deps.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import type { Source } from './load/source.ts'
import { brokenPage } from './pages/message.ts'
import type { Html } from './parts/html.ts'
import type { Words } from './parts/words.ts'

export const sourceOf = (deps: Deps, lang: Lang): Source => ({ db: deps.db, today: dayOf(deps.now()), lang })

/** A fault of ours: told to the log with the request's id, and to the reader without what it was. */
export function broken(c: Context, deps: Deps, w: Words, error: unknown): Promise<Response> {
  const id = String(c.get('requestId') ?? '')
  deps.log(
    `${id} GET ${c.req.path} ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  )
  const frame = { here: { lang: w.lang, page: { kind: 'home' as const } }, lang: w.lang }
  const bare = {
    ...frame,
    place: null,
    reporters: [],
    year: null,
    years: [],
    borders: null,
    demo: false,
    programmes: [],
    hasRankings: false,
  }
  return send(c, brokenPage(w, bare, id), 500)
}

/** Pages change with every approved report, so a browser asks again each time; the same page is not sent twice. */
export async function send(c: Context, page: Html, status: 200 | 400 | 404 | 500 = 200): Promise<Response> {
  const text = String(await page)
  const tag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  c.header('cache-control', 'no-cache')
  if (status !== 200) return c.html(text, status)
  c.header('etag', tag)
  return c.req.header('if-none-match') === tag ? c.body(null, 304) : c.html(text)
}
