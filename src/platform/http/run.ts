import type { Context } from 'hono'
import { dayOf } from '#kernel/day.ts'
import { writeAudit } from '#platform/audit/store.ts'
import type { Db } from '#platform/db/db.ts'
import { answerWith, respond } from './answer.ts'
import type { Deps } from './deps.ts'
import { type Endpoint, type ReadContext, type Request, STRANGER } from './endpoint.ts'
import { httpRequest } from './http-request.ts'
import { readInput } from './input.ts'
import { langOf } from './lang.ts'
import { Problem } from './problem.ts'
import { AuthProblem } from './problems.ts'
import { runWrite } from './run-write.ts'

/** Answers one request to an endpoint, as `endpoint.ts` says. Throws a Problem, or anything else for a bug. */
export async function run(endpoint: Endpoint, deps: Deps, c: Context): Promise<Response> {
  const http = httpRequest(c, deps.trustedProxies)
  const now = deps.now()
  const actor = await deps.authenticate(http, now)
  if (endpoint.access !== 'anyone' && actor === STRANGER) throw AuthProblem.required()

  const raw = endpoint.kind === 'write' && endpoint.body === 'raw'
  const { input, body } = await readInput(c, endpoint.contract, raw)
  const request: Request<unknown> = { input, now, today: dayOf(now), lang: langOf(c), actor, http }
  await refuseUnlessAllowed(endpoint, deps.db, request)

  const { pathname, search } = new URL(c.req.url)
  const answer =
    endpoint.kind === 'read'
      ? answerWith(deps, endpoint, await endpoint.handle(readContext(deps, request)), http)
      : await runWrite(endpoint, deps, request, `${c.req.method} ${pathname}${search}\n${body}`)
  return respond(c, answer, http)
}

const readContext = (deps: Deps, request: Request<unknown>): ReadContext<unknown> => ({
  ...request,
  db: deps.db,
  audit: (entry) => deps.transact((tx) => writeAudit(tx, request.actor, request.now, entry)),
})

async function refuseUnlessAllowed(
  { access }: Endpoint,
  db: Db,
  { actor, input, today }: Request<unknown>,
): Promise<void> {
  if (typeof access === 'string') return
  const place = await access.at(db, input).catch(async (error: unknown) => {
    const mayKnow = !(error instanceof Problem) || (await actor.may(db, access.may, 'everywhere', today))
    throw mayKnow ? error : AuthProblem.forbidden()
  })
  if (!(await actor.may(db, access.may, place, today))) throw AuthProblem.forbidden()
}
