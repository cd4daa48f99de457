import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { requestId } from 'hono/request-id'
import type { Deps } from './deps.ts'
import type { Endpoint } from './endpoint.ts'
import { answerHealth } from './health.ts'
import { detectLang, langOf } from './lang.ts'
import { openApi } from './openapi.ts'
import { Problem } from './problem.ts'
import { problemBody } from './problem-body.ts'
import { InputProblem, RouteProblem, ServerProblem } from './problems.ts'
import { refuseOtherSites, securityHeaders } from './protection.ts'
import { run } from './run.ts'

/** Pages that are no endpoints (the portal): they write nothing, and answer their own errors. */
export type Pages = (app: Hono, deps: Deps) => void

const MAX_JSON_BYTES = 1_000_000

/** The whole application as a Hono app: endpoints, their description, health, and the pages of each of `pages`. */
export function createApp(deps: Deps, endpoints: readonly Endpoint[], pages: readonly Pages[]): Hono {
  const app = new Hono()
  app.use(requestId(), securityHeaders, detectLang, refuseOtherSites, compress())
  app.onError((error, c) => answerProblem(c, problemOf(error, c, deps)))

  app.get('/healthz', (c) => answerHealth(c, deps))
  app.get('/api/v1/openapi.json', (c) => c.json(openApi(endpoints, langOf(c))))
  for (const endpoint of endpoints) mount(app, deps, endpoint)
  app.all('/api/*', () => {
    throw RouteProblem.notFound()
  })
  for (const add of pages) add(app, deps)
  app.notFound((c) => answerProblem(c, RouteProblem.notFound()))
  return app
}

function mount(app: Hono, deps: Deps, endpoint: Endpoint): void {
  const { method, path } = endpoint.contract
  if (!(endpoint.kind === 'write' && endpoint.body === 'raw')) app.on(method, path, limit)
  app.on(method, path, (c) => run(endpoint, deps, c))
}

const limit = bodyLimit({
  maxSize: MAX_JSON_BYTES,
  onError: () => {
    throw InputProblem.tooLarge()
  },
})

/** The Problem that an error is. One that nobody foresaw is logged with the request's id and told without words. */
export function problemOf(error: unknown, c: Context, deps: Deps): Problem {
  if (error instanceof Problem) return error
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
  deps.log(`${c.get('requestId')} ${c.req.method} ${c.req.path} ${trace}`)
  return ServerProblem.error()
}

function answerProblem(c: Context, problem: Problem): Response {
  const { retryAfterSeconds } = problem.details
  const headers = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(typeof retryAfterSeconds === 'number' && { 'retry-after': String(retryAfterSeconds) }),
  }
  return c.json(problemBody(problem, langOf(c)), problem.status, headers)
}
