import type { Tx } from '#platform/db/db.ts'
import type { HttpRequest } from '#platform/http/endpoint.ts'
import { SessionProblem } from './problems.ts'
import { ATTEMPT_MINUTES, MAX_ATTEMPTS, networkOf } from './rules.ts'
import { countAttempt, forgetAttempts } from './store/attempts.ts'

type Guess = { username: string; http: Pick<HttpRequest, 'address'>; now: Date }

/**
 * Counts an attempt to sign in to an account from an address. Other addresses are not held up by it: nobody can lock
 * somebody else out.
 *
 * @throws session.tooManyAttempts with how long to wait.
 */
export const countGuess = (tx: Tx, guess: Guess): Promise<void> => count(tx, placeOf(guess), guess.now)

export const forgetGuesses = (tx: Tx, guess: Guess): Promise<void> =>
  forgetAttempts(tx, placeOf(guess), begin(guess.now))

/**
 * Counts an attempt at a second factor, from wherever: only who has the password comes this far, and six digits are
 * soon guessed from many addresses at once.
 */
export const countCode = (tx: Tx, { username, now }: Omit<Guess, 'http'>): Promise<void> =>
  count(tx, `${username}\ncode`, now)

async function count(tx: Tx, what: string, now: Date): Promise<void> {
  const { attempts, since } = await countAttempt(tx, what, now, begin(now))
  if (attempts <= MAX_ATTEMPTS) return
  const retryAfterSeconds = Math.max(1, Math.ceil((since.getTime() - begin(now).getTime()) / 1_000))
  throw SessionProblem.tooManyAttempts({ minutes: Math.ceil(retryAfterSeconds / 60), retryAfterSeconds })
}

const begin = (now: Date) => new Date(now.getTime() - ATTEMPT_MINUTES * 60_000)
const placeOf = ({ username, http }: Guess) => `${username}\n${networkOf(http.address)}`
