// Signing in at another service by OpenID Connect: the code flow with PKCE, state and nonce. What is waited for lies
// in the browser's own cookie, so that an answer counts only in the browser that asked.

import type { Configuration } from 'openid-client'
import * as z from 'zod'
import type { OidcConfig } from '#platform/config.ts'
import { SessionProblem } from './problems.ts'

// The library is taken when it is first needed: most offices have no such service.
const library = () => import('openid-client')

const Asked = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() })
export type Asked = z.infer<typeof Asked>
export type Claims = Record<string, unknown> & { iss: string; sub: string }

/** Where the service sends the browser back to: the workspace, which hands the answer over. */
export const returnAddress = (publicUrl: string): string => `${publicUrl}/app/`

/** @throws session.outsideUnreachable */
export async function askOutside(
  oidc: OidcConfig,
  publicUrl: string,
): Promise<{ address: string; asked: Asked }> {
  const client = await library()
  const service = await discover(oidc)
  const asked = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier: client.randomPKCECodeVerifier(),
  }
  const address = client.buildAuthorizationUrl(service, {
    redirect_uri: returnAddress(publicUrl),
    scope: oidc.scope,
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: 'S256',
  })
  return { address: address.href, asked }
}

/**
 * Who the service says it is.
 *
 * @param returned the query that the browser came back with.
 * @throws session.outsideRefused for anything that is not the answer to what was asked, session.outsideUnreachable
 */
export async function readOutside(
  oidc: OidcConfig,
  publicUrl: string,
  asked: Asked,
  returned: string,
): Promise<Claims> {
  const client = await library()
  const service = await discover(oidc)
  try {
    const address = new URL(returnAddress(publicUrl))
    address.search = returned
    const tokens = await client.authorizationCodeGrant(service, address, {
      pkceCodeVerifier: asked.verifier,
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    const more = service.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(service, tokens.access_token, claims.sub)
      : {}
    return { ...more, ...claims }
  } catch {
    throw SessionProblem.outsideRefused()
  }
}

/** What `askOutside` left in the browser; undefined for anything else. */
export function readAsked(cookie: string | undefined): Asked | undefined {
  try {
    return Asked.parse(JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString()))
  } catch {
    return undefined
  }
}
export const writeAsked = (asked: Asked): string => Buffer.from(JSON.stringify(asked)).toString('base64url')

const known = new Map<string, Promise<Configuration>>()

/** What the service says of itself; asked for again when it could not be reached. */
async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const client = await library()
  const name = JSON.stringify([issuer, clientId])
  // Without https only on this machine, where there is nobody between
  const isHere = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${issuer}/`)
  const execute = isHere ? [client.allowInsecureRequests] : []
  const found = known.getOrInsertComputed(name, () =>
    client.discovery(new URL(issuer), clientId, clientSecret ?? undefined, undefined, { execute }),
  )
  return found.catch(() => {
    known.delete(name)
    throw SessionProblem.outsideUnreachable()
  })
}
