import type { Hono } from 'hono'
import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { createAccount } from '#platform/auth/accounts.ts'
import type { House } from '#platform/db/house.ts'
import type { Role } from '../../roles.ts'

const PASSWORD = 'bench-bench-bench'

/** Somebody with a role at a unit, signed in as anybody is; the cookie. */
export async function signIn(house: House, app: Hono, role: Role, unit: string): Promise<string> {
  const username = `bench.${unit}`
  await house.transact(async (tx) => {
    const accountId = await createAccount(tx, { username, password: PASSWORD, now: new Date() })
    const day = new Date().toISOString().slice(0, 10)
    const unitId = (await unitByCode(tx, unit, { startsOn: day, endsOn: day }))!.id
    await addGrant(tx, { accountId, role, unitId })
  })
  const answer = await app.request('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: PASSWORD }),
  })
  if (!answer.ok) throw new Error(`bench: ${await answer.text()}`)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}
