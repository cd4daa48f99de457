import type { Tx } from '#platform/db/db.ts'
import { hashPassword } from './password.ts'
import { AccountProblem } from './problems.ts'
import { insertAccount } from './store/accounts.ts'

const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u
const LEAST_PASSWORD_LENGTH = 8

/** A name as accounts write it: composed letters, lower case, no spaces around. `VanPhong ` is `vanphong`. */
export const accountName = (text: string): string => text.normalize('NFC').trim().toLowerCase()

/**
 * Adds an account that may sign in; what it may do is granted apart. Answers its id.
 *
 * @throws account.nameRefused (letters, digits and `. _ @ -`, at most 64), account.passwordTooShort (under 8
 *   characters), account.taken.
 */
export async function createAccount(
  tx: Tx,
  account: { username: string; displayName?: string; password: string; now: Date },
): Promise<number> {
  const username = accountName(account.username)
  if (!NAME.test(username)) throw AccountProblem.nameRefused()
  const passwordHash = await hashPassword(checkedPassword(account.password))
  const displayName = account.displayName ?? null
  return insertAccount(tx, { username, displayName, passwordHash, now: account.now })
}

/** @throws account.passwordTooShort (under 8 characters) */
export function checkedPassword(password: string): string {
  if ([...password].length < LEAST_PASSWORD_LENGTH)
    throw AccountProblem.passwordTooShort({ least: LEAST_PASSWORD_LENGTH })
  return password
}
