import { checkedPassword, createAccount } from '#platform/auth/accounts.ts'
import { hashPassword } from '#platform/auth/password.ts'
import { setPassword } from '#platform/auth/store/accounts.ts'
import {
  type AccountRow,
  changePerson,
  findPeopleByIds,
  listAccounts,
  setDisabled,
} from '#platform/auth/store/people.ts'
import { deleteSessionsOf } from '#platform/auth/store/sessions.ts'
import { type Actor, type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/access.ts'
import { AccessProblem } from '../problems.ts'
import { listDelegationsOf } from '../store/delegations.ts'
import { addGrant } from '../store/grants.ts'
import { checkedGrant, placeOfInput } from './grant-input.ts'
import { type AccessParts, accountInCharge, accountSeen, accountsSeen, isInCharge, mayGive } from './power.ts'
import { tellDelegations, tellGrants } from './tell.ts'

const access = { may: 'account.manage' as const, at: async () => 'somewhere' as const }
const subject = (username: string) => `account:${username}`

export const accountEndpoints = (parts: AccessParts): Endpoint[] => [
  read(api.listAccounts, {
    access,
    async handle({ db, input: { text, after, limit }, actor, today }) {
      const among = await accountsSeen(parts, { db, actor, today })
      const found = await listAccounts(db, { text, after, among, limit: limit + 1 })
      const page = found.slice(0, limit)
      const grants = await tellGrants(
        db,
        page.map(({ id }) => id),
        today,
      )
      return {
        accounts: page.map((account) => ({ ...tellName(account), grants: grants.get(account.id) ?? [] })),
        after: found.length > limit ? page.at(-1)!.username : null,
      }
    },
  }),

  read(api.showAccount, {
    access,
    async handle({ db, input, actor, today }) {
      const account = await accountSeen(parts, { db, actor, today }, input.username)
      const inCharge = await isInCharge({ db, actor, today }, account.id)
      const grants = await tellGrants(db, [account.id], today)
      return {
        ...tellName(account),
        email: inCharge || account.id === actor.id ? account.email : null,
        isInCharge: inCharge,
        grants: grants.get(account.id) ?? [],
        delegations: await tellDelegations(db, await listDelegationsOf(db, account.id, today)),
      }
    },
  }),

  write(api.addAccount, {
    access: { may: 'account.manage', at: placeOfInput },
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, audit }) {
      const grant = await checkedGrant(tx, parts, input)
      if (!(await mayGive({ db: tx, actor, today }, grant))) throw AuthProblem.forbidden()
      const { password, displayName, email = null } = input
      const id = await createAccount(tx, { username: input.username, displayName, password, now })
      const { username } = (await findPeopleByIds(tx, [id])).get(id)!
      await changePerson(tx, { id, username }, { displayName, email })
      await setPassword(tx, id, await hashPassword(password), true)
      await addGrant(tx, { accountId: id, ...grant })
      await audit({
        action: 'account.add',
        subject: subject(username),
        ...(grant.unitId !== null && { unitId: grant.unitId }),
        details: { after: { displayName, role: grant.role, unit: input.unit, field: grant.field } },
      })
      return { username }
    },
  }),

  write(api.changeAccount, {
    access,
    idempotency: 'required',
    async handle({ tx, input, actor, today, audit }) {
      const account = await accountInCharge(parts, { db: tx, actor, today }, input.username)
      const { displayName, email } = input
      await changePerson(tx, account, { displayName, email })
      await audit({
        action: 'account.change',
        subject: subject(account.username),
        details: {
          before: { displayName: account.displayName, email: account.email },
          after: { displayName, email },
        },
      })
      return undefined
    },
  }),

  write(api.setAccountPassword, {
    access,
    idempotency: 'never',
    async handle({ tx, input, actor, today, audit }) {
      const account = await accountInCharge(parts, { db: tx, actor, today }, input.username)
      refuseOwn(account, actor)
      await setPassword(tx, account.id, await hashPassword(checkedPassword(input.password)), true)
      await deleteSessionsOf(tx, account.id)
      await audit({ action: 'account.password', subject: subject(account.username) })
      return undefined
    },
  }),

  write(api.disableAccount, {
    access,
    idempotency: 'required',
    async handle({ tx, input, actor, now, today, audit }) {
      const account = await accountInCharge(parts, { db: tx, actor, today }, input.username)
      refuseOwn(account, actor)
      await setDisabled(tx, account.id, input.isDisabled ? now : null)
      if (input.isDisabled) await deleteSessionsOf(tx, account.id)
      const action = input.isDisabled ? 'account.disable' : 'account.enable'
      await audit({ action, subject: subject(account.username) })
      return undefined
    },
  }),
]

const tellName = ({ username, displayName, disabledAt }: AccountRow) => ({
  username,
  displayName,
  isDisabled: disabledAt !== null,
})

/** One's own password is changed with the present one, and nobody locks themselves out. */
function refuseOwn(account: AccountRow, actor: Actor): void {
  if (account.id === actor.id) throw AccessProblem.ownAccount()
}
