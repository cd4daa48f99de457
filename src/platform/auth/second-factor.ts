import type { WriteContext } from '#platform/http/endpoint.ts'
import type { Problem } from '#platform/http/problem.ts'
import { takeCode, takeRecovery } from './code-app.ts'
import { askToUse, takeAsked } from './passkeys.ts'
import { SessionProblem } from './problems.ts'
import { type Factors, findFactors } from './store/factors.ts'
import { countCode } from './throttle.ts'

type Shown = { code?: string | undefined; passkey?: { challenge: string; credential: object } | undefined }
type Account = { id: number; username: string }

/**
 * What is still wrong when the password was right; null when nothing is. With nothing shown it is
 * session.secondFactorNeeded, whose members `ways` (code, recovery, passkey) and `passkey` (a challenge) say what next.
 */
export async function judgeSecondFactor(
  c: Pick<WriteContext<unknown>, 'tx' | 'http' | 'now'>,
  publicUrl: string,
  account: Account,
  shown: Shown,
): Promise<Problem | null> {
  const factors = await findFactors(c.tx, account.id)
  const ways = waysOf(factors)
  if (ways.length === 0) return null
  const site = { publicUrl, http: c.http }
  if (shown.code === undefined && shown.passkey === undefined) {
    const { passkeys } = factors
    const passkey = passkeys.length > 0 ? await askToUse(c.tx, site, passkeys, c.now) : undefined
    return SessionProblem.secondFactorNeeded({ members: { ways, ...(passkey && { passkey }) } })
  }
  await countCode(c.tx, { username: account.username, now: c.now })
  if (shown.passkey)
    return (await takeAsked(c.tx, site, account.id, shown.passkey, c.now))
      ? null
      : SessionProblem.passkeyRefused()
  const code = shown.code!
  const isRight =
    (factors.hasCodeApp && (await takeCode(c.tx, account.id, code, c.now))) ||
    (await takeRecovery(c.tx, account.id, code))
  return isRight ? null : SessionProblem.codeRefused()
}

/** Recovery codes are no second factor of their own: they stand in for one that is lost. */
export function waysOf({
  hasCodeApp,
  passkeys,
  recoveryCodes,
}: Factors): ('code' | 'passkey' | 'recovery')[] {
  if (!hasCodeApp && passkeys.length === 0) return []
  return [
    ...(hasCodeApp ? (['code'] as const) : []),
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(recoveryCodes > 0 ? (['recovery'] as const) : []),
  ]
}
