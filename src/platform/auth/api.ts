// Signing in, and what people keep in order themselves about how they sign in.

import * as z from 'zod'
import { contract } from '#kernel/contract.ts'

const path = '/api/v1/session'
const Instant = z.iso.datetime()
const Username = z.string().min(1).max(200)
const Password = z.string().min(1).max(1_000)
/** The password once more, for what would let somebody else in. */
const WithPassword = z.object({ password: Password })
const Nothing = z.object({})

/** What somebody may do: a role with `unit` null is held everywhere, with `field` null in all fields of work. */
export const Standing = z.object({
  grants: z.array(z.object({ role: z.string(), unit: z.string().nullable(), field: z.string().nullable() })),
  /** Codes of the units where (and under which) each permission is held, in whatever field. */
  permissions: z.array(
    z.object({ permission: z.string(), units: z.union([z.array(z.string()), z.literal('everywhere')]) }),
  ),
})
export type Standing = z.infer<typeof Standing>

/**
 * Who is signed in, and what they may do where: as `actingFor`, the account they act for, when they do. `email` is the
 * person's own. With `mustChangePassword` nothing is allowed but that.
 */
export const SessionAnswer = z.object({
  username: z.string(),
  displayName: z.string().nullable(),
  email: z.string().nullable(),
  actingFor: z.string().nullable(),
  mustChangePassword: z.boolean(),
  ...Standing.shape,
  expiresAt: Instant,
})
export type SessionAnswer = z.infer<typeof SessionAnswer>

/** What a browser made of a challenge: WebAuthn's JSON, as its own libraries write and read it. */
const Credential = z.looseObject({ id: z.string().max(1_000), type: z.literal('public-key') })
const Answered = z.object({ challenge: z.string().max(100), credential: Credential })
const Challenge = z.object({ challenge: z.string(), options: z.looseObject({}) })
export type Challenge = z.infer<typeof Challenge>

/** `keep`: the session lasts for weeks while it is used, for people on the road. `code`: of an app, or a recovery code. */
export const beginSession = contract({
  method: 'POST',
  path,
  summary: 'summary.session.begin',
  input: z.object({
    username: Username,
    password: Password,
    code: z.string().max(40).optional(),
    passkey: Answered.optional(),
    keep: z.boolean().optional(),
  }),
  output: SessionAnswer,
})

export const showSession = contract({
  method: 'GET',
  path,
  summary: 'summary.session.show',
  input: Nothing,
  output: SessionAnswer,
})

export const endSession = contract({
  method: 'DELETE',
  path,
  summary: 'summary.session.end',
  input: Nothing,
  output: z.undefined(),
})

export const challengePasskey = contract({
  method: 'POST',
  path: `${path}/passkey/challenge`,
  summary: 'summary.session.challenge',
  input: Nothing,
  output: Challenge,
})

export const beginSessionByPasskey = contract({
  method: 'POST',
  path: `${path}/passkey`,
  summary: 'summary.session.passkey',
  input: z.object({ passkey: Answered, keep: z.boolean().optional() }),
  output: SessionAnswer,
})

/** Ways to sign in, for whoever shows buttons. `outside` is the host of another sign-in service, where there is one. */
export const showWays = contract({
  method: 'GET',
  path: `${path}/ways`,
  summary: 'summary.session.ways',
  input: Nothing,
  output: z.object({ outside: z.string().nullable() }),
})

/** Where the browser goes to sign in at the other service; it comes back to the workspace with `code` and `state`. */
export const leaveForOutside = contract({
  method: 'POST',
  path: `${path}/outside/leave`,
  summary: 'summary.session.leave',
  input: Nothing,
  output: z.object({ address: z.url() }),
})

/** `returned`: the query that the browser came back with, as it is. */
export const returnFromOutside = contract({
  method: 'POST',
  path: `${path}/outside/return`,
  summary: 'summary.session.return',
  input: z.object({ returned: z.string().min(1).max(8_000) }),
  output: SessionAnswer,
})

export const listOwnSessions = contract({
  method: 'GET',
  path: '/api/v1/me/sessions',
  summary: 'summary.me.sessions',
  input: Nothing,
  output: z.object({
    sessions: z.array(
      z.object({
        id: z.int(),
        isThis: z.boolean(),
        beganAt: Instant,
        seenAt: Instant,
        expiresAt: Instant,
        address: z.string(),
        agent: z.string(),
      }),
    ),
  }),
})

export const endOwnSession = contract({
  method: 'DELETE',
  path: '/api/v1/me/sessions/:id',
  summary: 'summary.me.endSession',
  input: z.object({ id: z.coerce.number().int() }),
  output: z.undefined(),
})

export const endOwnSessions = contract({
  method: 'DELETE',
  path: '/api/v1/me/sessions',
  summary: 'summary.me.endSessions',
  input: Nothing,
  output: z.object({ ended: z.int() }),
})

export const changeOwnPassword = contract({
  method: 'PUT',
  path: '/api/v1/me/password',
  summary: 'summary.me.password',
  input: z.object({ present: Password, password: Password }),
  output: z.undefined(),
})

export const changeOwnEmail = contract({
  method: 'PUT',
  path: '/api/v1/me/email',
  summary: 'summary.me.email',
  input: z.object({ email: z.email().max(254).nullable() }),
  output: z.undefined(),
})

/** What stands beside the password. `codeApp`: an app shows codes; `recoveryCodes`: how many are left. */
export const showSecurity = contract({
  method: 'GET',
  path: '/api/v1/me/security',
  summary: 'summary.me.security',
  input: Nothing,
  output: z.object({
    codeApp: z.boolean(),
    recoveryCodes: z.int(),
    passkeys: z.array(
      z.object({ id: z.string(), name: z.string(), createdAt: Instant, usedAt: Instant.nullable() }),
    ),
  }),
})

const RecoveryCodes = z.object({ recoveryCodes: z.array(z.string()) })

/** A secret for an app that shows codes, as an otpauth address and a picture of it. It counts once confirmed. */
export const beginCodeApp = contract({
  method: 'POST',
  path: '/api/v1/me/code-app',
  summary: 'summary.me.beginCodeApp',
  input: WithPassword,
  output: z.object({ secret: z.string(), address: z.string(), picture: z.string() }),
})

export const confirmCodeApp = contract({
  method: 'PUT',
  path: '/api/v1/me/code-app',
  summary: 'summary.me.confirmCodeApp',
  input: z.object({ code: z.string().max(20) }),
  output: RecoveryCodes,
})

export const removeCodeApp = contract({
  method: 'POST',
  path: '/api/v1/me/code-app/removal',
  summary: 'summary.me.removeCodeApp',
  input: WithPassword,
  output: z.undefined(),
})

export const renewRecoveryCodes = contract({
  method: 'POST',
  path: '/api/v1/me/recovery-codes',
  summary: 'summary.me.recoveryCodes',
  input: WithPassword,
  output: RecoveryCodes,
})

export const beginPasskey = contract({
  method: 'POST',
  path: '/api/v1/me/passkeys/challenge',
  summary: 'summary.me.beginPasskey',
  input: WithPassword,
  output: Challenge,
})

/** The first one comes with recovery codes, unless the person has some. */
export const addPasskey = contract({
  method: 'POST',
  path: '/api/v1/me/passkeys',
  summary: 'summary.me.addPasskey',
  input: z.object({ name: z.string().trim().min(1).max(100), passkey: Answered }),
  output: RecoveryCodes,
})

export const removePasskey = contract({
  method: 'POST',
  path: '/api/v1/me/passkeys/:id/removal',
  summary: 'summary.me.removePasskey',
  input: z.object({ id: z.string().max(1_000), password: Password }),
  output: z.undefined(),
})
