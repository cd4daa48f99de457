import type { BlockList } from 'node:net'
import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { clientAddress } from './client-address.ts'
import type { HttpRequest } from './endpoint.ts'

/** @param proxies whose word about where a request comes from is taken. */
export function httpRequest(c: Context, proxies?: BlockList): HttpRequest {
  return {
    header: (name) => c.req.header(name),
    body: () => c.req.raw.body,
    cookie: (name) => getCookie(c, name),
    address: clientAddress(peerOf(c), c.req.header('x-forwarded-for'), proxies),
    secure: c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:'),
    answer: {},
  }
}

/** The other end of the connection; '' where there is none (a request made inside the process). */
const peerOf = ({ env }: Context): string =>
  (env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress ?? ''
