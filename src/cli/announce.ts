import { verifyPassword } from '#platform/auth/password.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import type { House } from '#platform/db/house.ts'
import { placeOf } from '#platform/db/place.ts'
import type { Surroundings } from './command.ts'

/** Tells whoever started the server where it answers, and who may sign in to the demo. */
export async function announce(
  { out, t }: Surroundings,
  { house, port, hasDemo }: { house: House; port: number; hasDemo: boolean },
): Promise<void> {
  const address = `http://localhost:${port}`
  out(t('cli.start.serving', { place: placeOf(house.config) }))
  out(`  ${address}/`)
  out(`  ${address}/en/`)
  out(`  ${address}/api/v1/openapi.json`)
  if (hasDemo) {
    const { demoAccounts: accounts } = await import('../../demo/load.ts')
    const password = await knownPassword(house, accounts[0]!.username)
    out(t('cli.start.accounts', { password: password ?? 'none' }))
    const width = Math.max(...accounts.map(({ username }) => username.length))
    for (const { username, role } of accounts) out(`  ${username.padEnd(width)}  ${t(`role.${role}`)}`)
    out(t('cli.start.loopback'))
  }
  out(t('cli.start.howToStop'))
}

/** The configured demo password, if the demo was loaded with it. */
async function knownPassword({ db, config }: House, username: string): Promise<string | undefined> {
  const account = await findAccount(db, username)
  const isRight = await verifyPassword(account?.passwordHash ?? null, config.demoPassword)
  return isRight ? config.demoPassword : undefined
}
