import type { Context } from 'hono'
import type { ContentfulStatusCode, StatusCode } from 'hono/utils/http-status'
import { type Download, FileAnswer } from '#kernel/contract.ts'
import type { Deps } from './deps.ts'
import type { Endpoint, HttpRequest } from './endpoint.ts'
import { sendFile } from './send-file.ts'
import type { Answer } from './store.ts'

/** What is sent: JSON as its text, which can be kept, or a file. */
export type Sent = Answer & { file?: Download }

/** A handler's result as it is sent and kept. Nothing to say is 204. */
export function answerWith(deps: Deps, { contract }: Endpoint, result: unknown, http: HttpRequest): Sent {
  if (contract.output === FileAnswer) return { status: 200, body: '', file: result as Download }
  if (deps.checkAnswers) contract.output.parse(result)
  const { etag, status } = http.answer
  return {
    status: status ?? (result === undefined ? 204 : 200),
    body: result === undefined ? '' : JSON.stringify(result),
    ...(etag !== undefined && { etag }),
  }
}

/** `no-transform` with an entity tag: compressing would weaken the tag, and If-Match takes strong ones only. */
export function respond(c: Context, { status, body, etag, file }: Sent, http: HttpRequest): Response {
  if (file) return sendFile(c, file)
  c.header('cache-control', etag ? 'no-store, no-transform' : 'no-store')
  if (etag) c.header('etag', etag)
  if (http.answer.setCookie) c.header('set-cookie', http.answer.setCookie)
  if (body === '') return c.body(null, status as StatusCode)
  return c.body(body, status as ContentfulStatusCode, { 'content-type': 'application/json' })
}
