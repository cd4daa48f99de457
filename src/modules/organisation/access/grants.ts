import { addDays } from '#kernel/day.ts'
import { findPeopleByIds } from '#platform/auth/store/people.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { translator } from '#platform/i18n/translate.ts'
import * as api from '../api/access.ts'
import { AccessProblem } from '../problems.ts'
import { addGrant, closeGrant, findGrant } from '../store/grants.ts'
import { checkedGrant, placeOfInput } from './grant-input.ts'
import { type AccessParts, accountSeen, mayGive, placeOfGrant } from './power.ts'

const grantAt = async (db: Db, id: number) => {
  const grant = await findGrant(db, id)
  if (!grant) throw AccessProblem.grantNotFound()
  return grant
}

export const grantEndpoints = (parts: AccessParts): Endpoint[] => [
  read(api.listRoles, {
    access: { may: 'account.manage', at: async () => 'somewhere' as const },
    async handle({ db, actor, today, lang }) {
      const t = translator(lang)
      const roles = parts.roles.map(async (role) => ({
        role,
        name: t(`role.${role}`),
        mayGive: await actor.may(db, `give.${role}`, 'somewhere', today),
      }))
      return { roles: await Promise.all(roles) }
    },
  }),

  write(api.addGrant, {
    access: { may: 'grant.manage', at: placeOfInput },
    idempotency: 'required',
    async handle({ tx, input, actor, today, audit }) {
      const grant = await checkedGrant(tx, parts, input)
      if (!(await mayGive({ db: tx, actor, today }, grant))) throw AuthProblem.forbidden()
      const account = await accountSeen(parts, { db: tx, actor, today }, input.username)
      const id = await addGrant(tx, { accountId: account.id, ...grant })
      await audit({
        action: 'grant.add',
        subject: `account:${account.username}`,
        ...(grant.unitId !== null && { unitId: grant.unitId }),
        details: { after: { grant: id, ...input, username: undefined } },
      })
      return { id }
    },
  }),

  write(api.endGrant, {
    access: { may: 'grant.manage', at: async (db, { id }) => placeOfGrant(await grantAt(db, id)) },
    idempotency: 'required',
    async handle({ tx, input, actor, today, audit }) {
      const grant = await grantAt(tx, input.id)
      if (!(await mayGive({ db: tx, actor, today }, grant))) throw AuthProblem.forbidden()
      if (grant.source === 'claims') throw AccessProblem.grantOfClaims()
      const lastDay = input.lastDay ?? addDays(today, -1)
      await closeGrant(tx, grant.id, lastDay)
      const { username } = (await findPeopleByIds(tx, [grant.accountId])).get(grant.accountId)!
      await audit({
        action: 'grant.end',
        subject: `account:${username}`,
        ...(grant.unitId !== null && { unitId: grant.unitId }),
        details: {
          grant: grant.id,
          role: grant.role,
          before: { validTo: grant.validTo },
          after: { validTo: lastDay },
        },
      })
      return undefined
    },
  }),
]
