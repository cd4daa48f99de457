import type { Tx } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api.ts'
import { makeCodeApp, makeRecoveryCodes, plainRecoveryCode, takeCode } from '../code-app.ts'
import { addAsked, askToAdd } from '../passkeys.ts'
import { SecurityProblem } from '../problems.ts'
import { provePassword } from '../prove-password.ts'
import { waysOf } from '../second-factor.ts'
import {
  confirmCodeApp,
  deleteCodeApp,
  deletePasskey,
  findCodeApp,
  findFactors,
  offerCodeApp,
  setRecoveryCodes,
} from '../store/factors.ts'
import { countCode } from '../throttle.ts'

const subject = (username: string) => `account:${username}`

/** A person's own second factors. Answers that hold a secret are never kept for a retry. */
export const secondFactorEndpoints = (publicUrl: string): Endpoint[] => [
  read(api.showSecurity, {
    access: 'signed-in',
    async handle({ db, actor }) {
      const { hasCodeApp, recoveryCodes, passkeys } = await findFactors(db, actor.id!)
      return {
        codeApp: hasCodeApp,
        recoveryCodes,
        passkeys: passkeys.map(({ id, name, createdAt, usedAt }) => ({
          id,
          name,
          createdAt: createdAt.toISOString(),
          usedAt: usedAt?.toISOString() ?? null,
        })),
      }
    },
  }),

  write(api.beginCodeApp, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const { id, username } = await provePassword(c, c.input.password)
      const made = await makeCodeApp(username)
      if (!(await offerCodeApp(c.tx, id, made.secret))) throw SecurityProblem.hasCodeApp()
      c.keepPart()
      return made
    },
  }),

  write(api.confirmCodeApp, {
    access: 'signed-in',
    idempotency: 'never',
    async handle({ tx, input, actor, now, audit, refuse }) {
      const app = await findCodeApp(tx, actor.id!)
      if (!app) throw SecurityProblem.noCodeApp()
      if (app.confirmedAt !== null) throw SecurityProblem.hasCodeApp()
      await countCode(tx, { username: actor.name, now })
      if (!(await takeCode(tx, actor.id!, input.code, now))) return refuse(SecurityProblem.codeRefused())
      await confirmCodeApp(tx, actor.id!, now)
      await audit({ action: 'security.addCodeApp', subject: subject(actor.name) })
      return { recoveryCodes: await handOutRecoveryCodes(tx, actor.id!) }
    },
  }),

  write(api.removeCodeApp, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const { id, username } = await provePassword(c, c.input.password)
      if (!(await findCodeApp(c.tx, id))) throw SecurityProblem.noCodeApp()
      await deleteCodeApp(c.tx, id)
      await forgetUnneeded(c.tx, id)
      await c.audit({ action: 'security.removeCodeApp', subject: subject(username) })
      return undefined
    },
  }),

  write(api.renewRecoveryCodes, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const { id, username } = await provePassword(c, c.input.password)
      if (waysOf(await findFactors(c.tx, id)).length === 0) throw SecurityProblem.noFactor()
      await c.audit({ action: 'security.renewRecoveryCodes', subject: subject(username) })
      return { recoveryCodes: await handOutRecoveryCodes(c.tx, id) }
    },
  }),

  write(api.beginPasskey, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const { id, username, displayName } = await provePassword(c, c.input.password)
      const { passkeys } = await findFactors(c.tx, id)
      c.keepPart()
      const owner = { accountId: id, username, displayName }
      return askToAdd(c.tx, { publicUrl, http: c.http }, owner, passkeys, c.now)
    },
  }),

  write(api.addPasskey, {
    access: 'signed-in',
    idempotency: 'never',
    async handle({ tx, input, http, actor, now, audit, refuse }) {
      const added = await addAsked(tx, { publicUrl, http }, { accountId: actor.id! }, input, now)
      if (added === undefined) return refuse(SecurityProblem.passkeyRefused())
      await audit({
        action: 'security.addPasskey',
        subject: subject(actor.name),
        details: { name: input.name },
      })
      const { recoveryCodes } = await findFactors(tx, actor.id!)
      return { recoveryCodes: recoveryCodes > 0 ? [] : await handOutRecoveryCodes(tx, actor.id!) }
    },
  }),

  write(api.removePasskey, {
    access: 'signed-in',
    idempotency: 'never',
    async handle(c) {
      const { id, username } = await provePassword(c, c.input.password)
      if (!(await deletePasskey(c.tx, id, c.input.id))) throw SecurityProblem.passkeyNotFound()
      await forgetUnneeded(c.tx, id)
      await c.audit({ action: 'security.removePasskey', subject: subject(username) })
      return undefined
    },
  }),
]

async function handOutRecoveryCodes(tx: Tx, accountId: number): Promise<string[]> {
  const codes = makeRecoveryCodes()
  await setRecoveryCodes(tx, accountId, codes.map(plainRecoveryCode))
  return codes
}

/** Recovery codes stand in for a second factor: without one they would be a way around nothing. */
async function forgetUnneeded(tx: Tx, accountId: number): Promise<void> {
  if (waysOf(await findFactors(tx, accountId)).length === 0) await setRecoveryCodes(tx, accountId, [])
}
