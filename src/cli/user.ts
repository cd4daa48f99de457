import { dayOf, OPEN_START } from '#kernel/day.ts'
import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { writeAudit } from '#platform/audit/store.ts'
import { accountName, createAccount } from '#platform/auth/accounts.ts'
import type { Db } from '#platform/db/db.ts'
import { OPERATOR } from '#platform/http/endpoint.ts'
import { defineProblems } from '#platform/http/problem.ts'
import { isRole, ROLES } from '../roles.ts'
import { type Command, type CommandContext, UsageError } from './command.ts'

const EVERYWHERE = 'all'

const UserProblem = defineProblems('user', {
  noRole: 422, // role, roles
  noUnit: 422, // unit
})

/** `songma user add`: an account and the role it holds at a unit, the last one that had this code until today. */
export const userCommand: Command = {
  name: 'user',
  usage: 'cli.user',
  options: { role: { type: 'string' }, unit: { type: 'string' }, 'password-stdin': { type: 'boolean' } },
  needs: 'database',
  async run(c) {
    const { username, role, unit } = readWanted(c)
    const password = (await c.stdin()).replace(/\r?\n$/, '')
    const now = c.now()
    await c.house.transact(async (tx) => {
      const unitId = await findPlace(tx, unit, now)
      const accountId = await createAccount(tx, { username, password, now })
      await addGrant(tx, { accountId, role, unitId })
      await writeAudit(tx, OPERATOR, now, {
        action: 'account.add',
        subject: accountName(username),
        ...(unitId !== null && { unitId }),
        details: { role },
      })
    })
    c.json({ username: accountName(username), role, unit })
    c.out(c.t('cli.user.added', { username: accountName(username), role: c.t(`role.${role}`), unit }))
    return 0
  },
}

function readWanted({ args, options }: CommandContext) {
  const [verb, username, ...rest] = args
  if (verb !== 'add' || !username || rest.length > 0) throw new UsageError('user.add')
  const { role, unit } = options
  if (typeof role !== 'string') throw new UsageError('optionMissing', { option: '--role' })
  if (typeof unit !== 'string') throw new UsageError('optionMissing', { option: '--unit' })
  // A password on the command line would stand in the shell's history and in the list of processes
  if (!options['password-stdin']) throw new UsageError('optionMissing', { option: '--password-stdin' })
  if (!isRole(role)) throw UserProblem.noRole({ role, roles: Object.keys(ROLES).join(', ') })
  return { username, role, unit }
}

/** The unit's id; null is everywhere. */
async function findPlace(db: Db, code: string, now: Date): Promise<number | null> {
  if (code === EVERYWHERE) return null
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: dayOf(now) })
  if (!unit) throw UserProblem.noUnit({ unit: code })
  return unit.id
}
