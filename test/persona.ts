// People of the tests. Each signs in with a real session; only the password is left out, since it takes its time.

import { randomUUID } from 'node:crypto'
import type { Hono } from 'hono'
import { addGrant, unitByCode } from '#modules/organisation/index.ts'
import { SESSION_COOKIE } from '#platform/auth/cookie.ts'
import { insertAccount } from '#platform/auth/store/accounts.ts'
import { insertSession } from '#platform/auth/store/sessions.ts'
import type { House } from '../src/platform/db/house.ts'
import type { Role } from '../src/roles.ts'

/** The role that a persona holds, and where: a unit of COUNTRY, or null for everywhere. */
const PERSONAS = {
  officer: { role: 'unit-officer', unit: 'A' },
  /** The officer's twin in another district. */
  outsider: { role: 'unit-officer', unit: 'B' },
  collector: { role: 'collector', unit: 'A' },
  verifier: { role: 'verifier', unit: 'D1' },
  office: { role: 'office', unit: null },
  leader: { role: 'leader', unit: null },
  auditor: { role: 'auditor', unit: null },
  administrator: { role: 'administrator', unit: null },
  /** Has not signed in. */
  nobody: null,
} as const satisfies Record<string, { role: Role; unit: string | null } | null>

export type Persona = keyof typeof PERSONAS

type Send = (path: string, body?: BodyInit | object, headers?: Record<string, string>) => Promise<Response>
/** Plain objects are sent as JSON. A write carries an idempotency key of its own unless `headers` have one. */
export type Client = {
  get(path: string, headers?: Record<string, string>): Promise<Response>
  put: Send
  post: Send
  delete: Send
}

type Surroundings = { house: House; app: Hono; now(): Date }

export function openClient(around: Surroundings, persona: Persona, unit?: string): Client {
  const signedIn = { cookie: undefined as Promise<string> | undefined }
  const send = async (method: string, path: string, body?: BodyInit | object, headers = {}) => {
    signedIn.cookie ??= signIn(around, persona, unit)
    const isJson = typeof body === 'object' && Object.getPrototypeOf(body) === Object.prototype
    return around.app.request(path, {
      method,
      headers: {
        cookie: await signedIn.cookie,
        ...(isJson && { 'content-type': 'application/json' }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...headers,
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as BodyInit) }),
    })
  }
  const sending =
    (method: string): Send =>
    (path, body, headers) =>
      send(method, path, body, headers)
  return {
    get: (path, headers) => send('GET', path, undefined, headers),
    put: sending('PUT'),
    post: sending('POST'),
    delete: sending('DELETE'),
  }
}

async function signIn({ house, now }: Surroundings, persona: Persona, at?: string): Promise<string> {
  const held = PERSONAS[persona]
  if (!held) return ''
  const token = randomUUID()
  const unitId = at || held.unit ? await unitIdOf(house, at ?? held.unit!, now()) : null
  await house.transact(async (tx) => {
    const username = `${persona}-${token.slice(0, 8)}`
    const accountId = await insertAccount(tx, { username, passwordHash: '', now: now() })
    await addGrant(tx, { accountId, role: held.role, unitId })
    await insertSession(tx, {
      token,
      accountId,
      now: now(),
      expiresAt: new Date(now().getTime() + 3_600_000),
    })
  })
  return `${SESSION_COOKIE}=${token}`
}

async function unitIdOf({ db }: House, code: string, now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10)
  const unit = await unitByCode(db, code, { startsOn: day, endsOn: day })
  if (!unit) throw new Error(`There is no unit ${code} on ${day}: bring the units in first`)
  return unit.id
}
