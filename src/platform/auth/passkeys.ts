import { randomBytes } from 'node:crypto'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Tx } from '#platform/db/db.ts'
import type { HttpRequest } from '#platform/http/endpoint.ts'
import type { Challenge } from './api.ts'
import { type ChallengeKind, keepChallenge, takeChallenge } from './store/challenges.ts'
import { findPasskey, insertPasskey, notePasskeyUse, type Passkey } from './store/factors.ts'

// The library is taken when it is first needed: it is large, and many offices have no passkeys.
const library = () => import('@simplewebauthn/server')

/** The site that passkeys are made for: `publicUrl`, and where the browser says it is. */
export type Site = { publicUrl: string; http: Pick<HttpRequest, 'header'> }
type Answered = { challenge: string; credential: object }
type Owner = { accountId: number; username: string; displayName: string | null }

/** Asks the browser to make a passkey for a person who is signed in. */
export async function askToAdd(tx: Tx, site: Site, owner: Owner, has: readonly Passkey[], now: Date) {
  const { generateRegistrationOptions } = await library()
  const options = await generateRegistrationOptions({
    rpName: 'Sông Mã',
    rpID: hostOf(site),
    userID: new Uint8Array(Buffer.from(`songma:${owner.accountId}`)),
    userName: owner.username,
    userDisplayName: owner.displayName ?? owner.username,
    excludeCredentials: has.map(({ id, transports }) => ({ id, transports })),
    supportedAlgorithmIDs: [-7, -8, -257], // ES256, EdDSA, RS256: what browsers and keys have today
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
  })
  return keepAsked(tx, 'passkey.add', owner.accountId, options, now)
}

/** Keeps the passkey that the browser made; undefined when it does not answer what was asked. */
export async function addAsked(
  tx: Tx,
  site: Site,
  { accountId }: Pick<Owner, 'accountId'>,
  named: { name: string; passkey: Answered },
  now: Date,
): Promise<string | undefined> {
  const asked = await takeChallenge(tx, named.passkey.challenge, 'passkey.add', now)
  if (!asked || asked.accountId !== accountId) return undefined
  const { verifyRegistrationResponse } = await library()
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: named.passkey.credential as RegistrationResponseJSON,
    expectedChallenge: challengeOf(asked.asked),
    ...expected(site),
    requireUserVerification: false,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  if (await findPasskey(tx, id)) return undefined
  const kept = Buffer.from(publicKey).toString('base64url')
  await insertPasskey(tx, {
    id,
    accountId,
    name: named.name,
    publicKey: kept,
    counter,
    transports,
    createdAt: now,
  })
  return id
}

/** Asks for a passkey: of those that an account has, or of whoever sits there. */
export async function askToUse(tx: Tx, site: Site, has: readonly Passkey[], now: Date): Promise<Challenge> {
  const { generateAuthenticationOptions } = await library()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    allowCredentials: has.map(({ id, transports }) => ({ id, transports: transports as never })),
    // Alone it must know the person too (by finger or PIN); beside a password, having it is enough
    userVerification: has.length === 0 ? 'required' : 'preferred',
  })
  return keepAsked(tx, 'passkey.use', has[0]?.accountId ?? null, options, now)
}

/**
 * The passkey that answers what was asked; undefined when there is none.
 *
 * @param accountId whose it must be; null when it is the only thing shown, so that it must know the person too.
 */
export async function takeAsked(
  tx: Tx,
  site: Site,
  accountId: number | null,
  { challenge, credential }: Answered,
  now: Date,
): Promise<Passkey | undefined> {
  const asked = await takeChallenge(tx, challenge, 'passkey.use', now)
  const response = credential as AuthenticationResponseJSON
  const passkey = asked && asked.accountId === accountId ? await findPasskey(tx, response.id) : undefined
  if (!asked || !passkey || (accountId !== null && passkey.accountId !== accountId)) return undefined
  const { id, publicKey, counter, transports } = passkey
  const { verifyAuthenticationResponse } = await library()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challengeOf(asked.asked),
    ...expected(site),
    credential: {
      id,
      publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
      counter,
      transports: transports as never,
    },
    requireUserVerification: accountId === null,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return undefined
  await notePasskeyUse(tx, id, authenticationInfo.newCounter, now)
  return passkey
}

async function keepAsked(
  tx: Tx,
  kind: ChallengeKind,
  accountId: number | null,
  options: { challenge: string },
  now: Date,
): Promise<Challenge> {
  const id = randomBytes(24).toString('base64url')
  await keepChallenge(tx, { id, kind, accountId, asked: { challenge: options.challenge }, now })
  return { challenge: id, options: options as Challenge['options'] }
}

const challengeOf = (asked: unknown) => (asked as { challenge: string }).challenge
const hostOf = ({ publicUrl }: Site) => new URL(publicUrl).hostname

/** The browser's own origin counts where its host is ours: on a desk the port may be any. */
function expected(site: Site) {
  const origin = site.http.header('origin')
  const isOurs = origin !== undefined && URL.canParse(origin) && new URL(origin).hostname === hostOf(site)
  return { expectedRPID: hostOf(site), expectedOrigin: isOurs ? origin : new URL(site.publicUrl).origin }
}
