import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import qrcode from 'qrcode'
import type { Tx } from '#platform/db/db.ts'
import { findCodeApp, takeRecoveryCode, takeStep } from './store/factors.ts'

const PERIOD_SECONDS = 30
const ISSUER = 'Sông Mã'
const RECOVERY_CODES = 10

/** A new secret for an app that shows codes (RFC 6238), as an address and as a picture of that address. */
export async function makeCodeApp(username: string) {
  const app = appOf(new Secret({ size: 20 }), username)
  const address = app.toString()
  const svg = await qrcode.toString(address, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  return {
    secret: app.secret.base32,
    address,
    picture: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`,
  }
}

/** True when this is the app's code of now, or of half a minute before or after. Each code is taken once. */
export async function takeCode(tx: Tx, accountId: number, code: string, now: Date): Promise<boolean> {
  const kept = await findCodeApp(tx, accountId)
  const token = code.replace(/\s/g, '')
  if (!kept || !/^\d{6}$/.test(token)) return false
  const delta = appOf(Secret.fromBase32(kept.secret), '').validate({
    token,
    timestamp: now.getTime(),
    window: 1,
  })
  if (delta === null) return false
  return takeStep(tx, accountId, Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta)
}

const appOf = (secret: Secret, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret, period: PERIOD_SECONDS, digits: 6, algorithm: 'SHA1' })

/** Ten codes of 80 bits, to be printed: `ABCD-EFGH-IJKL-MNOP`. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () =>
    new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32.replace(/.{4}(?=.)/g, '$&-'),
  )

/** How a recovery code is known, however it is typed. */
export const plainRecoveryCode = (typed: string): string => typed.toUpperCase().replace(/[^A-Z2-7]/g, '')

export const takeRecovery = async (tx: Tx, accountId: number, typed: string): Promise<boolean> =>
  takeRecoveryCode(tx, accountId, plainRecoveryCode(typed))
