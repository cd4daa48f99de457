import type { WriteContext } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { verifyPassword } from './password.ts'
import { SessionProblem } from './problems.ts'
import { findAccount } from './store/accounts.ts'
import { countGuess, forgetGuesses } from './throttle.ts'

/**
 * The account of whoever asks, once the password was typed again: a machine that was left alone changes nothing about
 * how its owner signs in. Wrong ones are counted like at the door.
 *
 * @throws session.passwordWrong, session.tooManyAttempts
 */
export async function provePassword(c: WriteContext<unknown>, password: string) {
  const { tx, actor, http, now } = c
  const guess = { username: actor.name, http, now }
  await countGuess(tx, guess)
  const account = await findAccount(tx, actor.name)
  if (!account) throw AuthProblem.required()
  if (!(await verifyPassword(account.passwordHash, password))) return c.refuse(SessionProblem.passwordWrong())
  await forgetGuesses(tx, guess)
  return account
}
