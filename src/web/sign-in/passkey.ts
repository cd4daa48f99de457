// What a browser does with passkeys. The library comes when it is first needed.

import {
  addPasskey,
  beginPasskey,
  beginSessionByPasskey,
  type Challenge,
  challengePasskey,
} from '#platform/auth/api.ts'
import { call } from '#web/sync/call.ts'

/** The person closed the browser's dialog, or it found no passkey: nothing happened. */
export class NotShown extends Error {}

export const hasPasskeys = (): boolean => globalThis.PublicKeyCredential !== undefined

/** Answers a challenge with a passkey of this device, or of a phone beside it. @throws NotShown */
export async function showPasskey({ challenge, options }: Challenge) {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const credential = await startAuthentication({ optionsJSON: options as never }).catch(notShown)
  return { challenge, credential: { ...credential, type: 'public-key' as const } }
}

export async function signInByPasskey(keep: boolean) {
  const { data } = await call(challengePasskey, {})
  return call(beginSessionByPasskey, { passkey: await showPasskey(data), keep })
}

export async function makePasskey(name: string, password: string) {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const { data } = await call(beginPasskey, { password })
  const credential = await startRegistration({ optionsJSON: data.options as never }).catch(notShown)
  const passkey = { challenge: data.challenge, credential: { ...credential, type: 'public-key' as const } }
  return call(addPasskey, { name, passkey })
}

function notShown(): never {
  throw new NotShown()
}
