import type { Deps } from './deps.ts'
import type { Endpoint, HttpRequest } from './endpoint.ts'
import type { Answer } from './store.ts'

/** A handler's result as it is sent and kept. Nothing to say is 204. */
export function answerWith(deps: Deps, { contract }: Endpoint, result: unknown, http: HttpRequest): Answer {
  if (deps.checkAnswers) contract.output.parse(result)
  const { etag, status } = http.answer
  return {
    status: status ?? (result === undefined ? 204 : 200),
    body: result === undefined ? '' : JSON.stringify(result),
    ...(etag !== undefined && { etag }),
  }
}

/** `no-transform` with an entity tag: compressing would weaken the tag, and If-Match takes strong ones only. */
export function respond({ status, body, etag }: Answer, http: HttpRequest): Response {
  const headers = new Headers({ 'cache-control': etag ? 'no-store, no-transform' : 'no-store' })
  if (body !== '') headers.set('content-type', 'application/json')
  if (etag) headers.set('etag', etag)
  if (http.answer.setCookie) headers.set('set-cookie', http.answer.setCookie)
  return new Response(body === '' ? null : body, { status, headers })
}
