import type { Context } from 'hono'
import { sql } from 'kysely'
import type { Deps } from './deps.ts'
import { ServerProblem } from './problems.ts'

const PATIENCE_MS = 5_000

/** 200 when the database answers within five seconds. The reason why not goes to the log, not to the caller. */
export async function answerHealth(c: Context, deps: Deps): Promise<Response> {
  const late = AbortSignal.timeout(PATIENCE_MS)
  const tooLate = new Promise<never>((_, reject) => {
    late.addEventListener('abort', () => reject(late.reason))
  })
  try {
    await Promise.race([sql`select 1`.execute(deps.db), tooLate])
  } catch (error) {
    deps.log(`/healthz ${error}`)
    throw ServerProblem.unavailable()
  }
  return c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' })
}
