import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import { createAccount } from '#platform/auth/accounts.ts'
import type { Tx } from '#platform/db/db.ts'
import { type Actor, OPERATOR } from '#platform/http/endpoint.ts'
import { actorOf } from '../../src/actor.ts'
import type { Role } from '../../src/roles.ts'
import { OF_YEAR, SET_UP } from './days.ts'
import { readJson } from './read.ts'

type Person = { username: string; displayName: string; role: Role; units: string[] | 'everywhere' }

const PEOPLE = readJson<Person[]>('accounts.json')

/** The accounts of the demo, in the order in which people should meet them. */
export const demoAccounts: readonly Pick<Person, 'username' | 'role'>[] = PEOPLE

/** Opens the accounts with their grants; each may sign in with `password`, and may act here as it would then. */
export async function openAccounts(tx: Tx, password: string): Promise<(username: string) => Actor> {
  const actors = new Map<string, Actor>()
  for (const { username, displayName, role, units } of PEOPLE) {
    const accountId = await createAccount(tx, { username, displayName, password, now: SET_UP })
    const codes = units === 'everywhere' ? [null] : units
    for (const code of codes) {
      const unitId = code && (await unitByCode(tx, code, OF_YEAR))!.id
      await addGrant(tx, { accountId, role, unitId: unitId || null })
    }
    await writeAudit(tx, OPERATOR, SET_UP, { action: 'account.add', subject: username, details: { role } })
    actors.set(username, actorOf({ accountId, username }))
  }
  return (username) => actors.get(username)!
}
