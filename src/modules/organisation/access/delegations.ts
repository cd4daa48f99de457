import { accountName } from '#platform/auth/accounts.ts'
import { findAccount } from '#platform/auth/store/accounts.ts'
import { findPeopleByIds } from '#platform/auth/store/people.ts'
import { type Endpoint, read, type WriteContext, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import * as api from '../api/access.ts'
import { AccessProblem } from '../problems.ts'
import { closeDelegation, findDelegation, insertDelegation, listDelegationsOf } from '../store/delegations.ts'
import { type AccessParts, accountInCharge, isInCharge } from './power.ts'
import { tellDelegations } from './tell.ts'

/** A delegation is given by the person, or by an administrator in charge of them; never by a delegate in their name. */
export const delegationEndpoints = (parts: AccessParts): Endpoint[] => [
  read(api.listDelegations, {
    access: 'signed-in',
    async handle({ db, actor, today }) {
      const held = await listDelegationsOf(db, actor.id!, today)
      const given = held.filter(({ delegatorId }) => delegatorId === actor.id)
      const received = held.filter(({ delegateId }) => delegateId === actor.id)
      return { given: await tellDelegations(db, given), received: await tellDelegations(db, received) }
    },
  }),

  write(api.addDelegation, {
    access: 'signed-in',
    idempotency: 'required',
    async handle(c) {
      const { tx, input, actor, today } = c
      if (actor.onBehalfOf !== null) throw AuthProblem.forbidden()
      const from = await delegatorOf(parts, c, input.from)
      const to = await findAccount(tx, accountName(input.to))
      if (!to || to.id === from.id) throw AccessProblem.delegateRefused()
      const { validFrom = today, validTo } = input
      if (validFrom > validTo || validTo < today) throw AccessProblem.daysReversed()
      const id = await insertDelegation(tx, { delegatorId: from.id, delegateId: to.id, validFrom, validTo })
      await c.audit({
        action: 'delegation.add',
        subject: `account:${from.username}`,
        details: { after: { delegation: id, to: to.username, validFrom, validTo } },
      })
      return { id }
    },
  }),

  write(api.endDelegation, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, input, actor, today, audit }) {
      const delegation = await findDelegation(tx, input.id)
      const isParty = delegation?.delegatorId === actor.id || delegation?.delegateId === actor.id
      const mayEnd =
        delegation &&
        actor.onBehalfOf === null &&
        (isParty ||
          ((await actor.may(tx, 'account.manage', 'somewhere', today)) &&
            (await isInCharge({ db: tx, actor, today }, delegation.delegatorId))))
      if (!mayEnd) throw AccessProblem.delegationNotFound()
      await closeDelegation(tx, delegation.id, today)
      const people = await findPeopleByIds(tx, [delegation.delegatorId, delegation.delegateId])
      await audit({
        action: 'delegation.end',
        subject: `account:${people.get(delegation.delegatorId)!.username}`,
        details: { delegation: delegation.id, to: people.get(delegation.delegateId)!.username },
      })
      return undefined
    },
  }),
]

async function delegatorOf(
  parts: AccessParts,
  { tx, actor, today }: WriteContext<unknown>,
  from: string | undefined,
): Promise<{ id: number; username: string }> {
  if (from === undefined || accountName(from) === actor.name) return { id: actor.id!, username: actor.name }
  if (!(await actor.may(tx, 'account.manage', 'somewhere', today))) throw AuthProblem.forbidden()
  return accountInCharge(parts, { db: tx, actor, today }, from)
}
