import type { Tx } from '#platform/db/db.ts'
import { accountName } from './accounts.ts'
import type { Person } from './begin-session.ts'
import type { Claims } from './outside.ts'
import { SessionProblem } from './problems.ts'
import { findPerson, insertAccount } from './store/accounts.ts'
import { findOutsideAccount, insertOutsideIdentity } from './store/outside.ts'
import { changePerson, findAnyAccount } from './store/people.ts'

/**
 * The account of whoever the other service names, made at the first time, without a password. An account that is
 * here already under that name is somebody else's: the new one carries the service's name too.
 *
 * @throws session.outsideRefused when the account is disabled
 */
export async function accountOfClaims(
  tx: Tx,
  claims: Claims,
  now: Date,
): Promise<{ person: Person; isNew: boolean }> {
  const { iss: issuer, sub: subject } = claims
  const known = await findOutsideAccount(tx, issuer, subject)
  const id = known ?? (await addAccount(tx, claims, now))
  const person = await findPerson(tx, id)
  if (!person) throw SessionProblem.outsideRefused()
  return { person, isNew: known === undefined }
}

async function addAccount(tx: Tx, claims: Claims, now: Date): Promise<number> {
  const wished = nameFor(claims)
  const isTaken = (await findAnyAccount(tx, wished)) !== undefined
  const username = isTaken ? `${wished}@${new URL(claims.iss).hostname}` : wished
  const displayName = textOf(claims.name)
  const id = await insertAccount(tx, { username, displayName, passwordHash: '', now })
  const email = claims.email_verified === false ? null : textOf(claims.email)
  await changePerson(tx, { id, username }, { displayName, email })
  await insertOutsideIdentity(tx, { issuer: claims.iss, subject: claims.sub, accountId: id })
  return id
}

const nameFor = ({ preferred_username, email, sub }: Claims) =>
  accountName(textOf(preferred_username) ?? textOf(email) ?? sub).replace(/[^\p{L}\p{N}._@-]/gu, '-')

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
