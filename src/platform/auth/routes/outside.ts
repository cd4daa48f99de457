import { generateCookie } from 'hono/cookie'
import type { Day } from '#kernel/day.ts'
import type { OidcConfig } from '#platform/config.ts'
import type { Tx } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api.ts'
import { beginSessionOf, type StandingOf } from '../begin-session.ts'
import { askOutside, type Claims, readAsked, readOutside, writeAsked } from '../outside.ts'
import { accountOfClaims } from '../outside-account.ts'
import { SessionProblem } from '../problems.ts'

const COOKIE = 'songma_outside'
const PATIENCE_SECONDS = 600

/**
 * Gives an account the roles that follow from what the other service says, and takes those that do not any more.
 * Answers how many roles it holds now, by hand or so.
 */
export type SettleClaims = (tx: Tx, accountId: number, claims: Claims, today: Day) => Promise<number>
export type OutsideParts = { standingOf: StandingOf; settleClaims: SettleClaims }

export const outsideEndpoints = (
  { standingOf, settleClaims }: OutsideParts,
  publicUrl: string,
  oidc: OidcConfig | null,
): Endpoint[] => [
  read(api.showWays, {
    access: 'anyone',
    handle: async () => ({ outside: oidc && new URL(oidc.issuer).host }),
  }),

  read(api.leaveForOutside, {
    access: 'anyone',
    async handle({ http }) {
      if (!oidc) throw SessionProblem.outsideMissing()
      const { address, asked } = await askOutside(oidc, publicUrl)
      http.answer.setCookie = cookie(writeAsked(asked), PATIENCE_SECONDS, http.secure)
      return { address }
    },
  }),

  write(api.returnFromOutside, {
    access: 'anyone',
    async receive({ input, http }) {
      if (!oidc) throw SessionProblem.outsideMissing()
      const asked = readAsked(http.cookie(COOKIE))
      if (!asked) throw SessionProblem.outsideRefused()
      return readOutside(oidc, publicUrl, asked, input.returned)
    },
    async handle(c) {
      const { tx, received, today, audit } = c
      const { person, isNew } = await accountOfClaims(tx, received, c.now)
      const by = { id: person.id, name: person.username }
      if (isNew) await audit({ action: 'account.add', subject: `account:${person.username}` }, by)
      const roles = await settleClaims(tx, person.id, received, today)
      if (roles === 0) throw SessionProblem.outsideUnknown({ name: person.displayName ?? person.username })
      return beginSessionOf(c, person, standingOf, { by: 'outside' })
    },
  }),
]

const cookie = (value: string, maxAge: number, secure: boolean) =>
  generateCookie(COOKIE, value, {
    path: '/api/v1/session/outside',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge,
    secure,
  })
