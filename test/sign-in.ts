// A browser that signs in: it keeps the cookie that it is given, and comes from an address.

import type { Hono } from 'hono'
import { createAccount } from '../src/platform/auth/accounts.ts'
import type { House } from '../src/platform/db/house.ts'

export const PASSWORD = 'songma-demo'
type Sent = { as?: string; headers?: Record<string, string>; from?: string; method?: string }

export function browser(app: Hono, around: { from?: string; userAgent?: string } = {}) {
  const jar = new Map<string, string>()
  const send = async (method: string, path: string, body?: object, { headers, from }: Sent = {}) => {
    const answer = await app.request(
      path,
      {
        method,
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          'user-agent': around.userAgent ?? 'Firefox',
          'accept-language': 'en',
          ...(body && { 'content-type': 'application/json' }),
          ...(method !== 'GET' && { 'idempotency-key': crypto.randomUUID() }),
          ...headers,
        },
        ...(body && { body: JSON.stringify(body) }),
      },
      { incoming: { socket: { remoteAddress: from ?? around.from ?? '203.0.113.1' } } },
    )
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      if (value === '') jar.delete(name!)
      else jar.set(name!, value!)
    }
    return answer
  }
  return {
    jar,
    get: (path: string, sent?: Sent) => send('GET', path, undefined, sent),
    post: (path: string, body: object = {}, sent?: Sent) => send('POST', path, body, sent),
    put: (path: string, body: object = {}, sent?: Sent) => send('PUT', path, body, sent),
    patch: (path: string, body: object = {}, sent?: Sent) => send('PATCH', path, body, sent),
    delete: (path: string, sent?: Sent) => send('DELETE', path, undefined, sent),
    signIn: (username: string, more: object = {}, sent?: Sent) =>
      send('POST', '/api/v1/session', { username, password: PASSWORD, ...more }, sent),
  }
}

export const openAccount = (house: House, username: string, now: Date): Promise<number> =>
  house.transact((tx) => createAccount(tx, { username, password: PASSWORD, now }))

export const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code
