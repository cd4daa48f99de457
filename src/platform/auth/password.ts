import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// Argon2id with 19 MiB and 2 passes, the least that OWASP's password storage sheet recommends: about 30 ms here.
const COST = { memory: 19_456, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32

const derive = promisify(argon2)
const SHAPE = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/**
 * A password as it is stored: a salted Argon2id hash in the PHC string format. Typed letters count, not how a
 * keyboard composes them: the password is taken as NFC.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await digest(password, salt, COST, HASH_BYTES)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/**
 * True when `password` is the one that `stored` was made from, at the cost that `stored` names. Without a stored
 * one (`null`: no such account; '': an account without a password) it takes as long and is false. Throws when `stored` is not a hash of this kind.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const match = SHAPE.exec(stored || NOBODY)
  if (!match) throw new Error('A stored password hash is not in the Argon2id format')
  const [memory, passes, parallelism] = match.slice(1, 4).map(Number) as [number, number, number]
  const [salt, expected] = match.slice(4).map((text) => Buffer.from(text, 'base64')) as [Buffer, Buffer]
  const actual = await digest(password, salt, { memory, passes, parallelism }, expected.length)
  return timingSafeEqual(actual, expected) && Boolean(stored)
}

/** A hash that no password has: compared with when the account is unknown. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=1$${'A'.repeat(22)}$${'A'.repeat(43)}`

function digest(password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> {
  return derive('argon2id', { message: password.normalize('NFC'), nonce, tagLength, ...cost })
}

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
