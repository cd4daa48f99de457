import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { HttpRequest } from './endpoint.ts'

export function httpRequest(c: Context): HttpRequest {
  return {
    header: (name) => c.req.header(name),
    body: () => c.req.raw.body,
    cookie: (name) => getCookie(c, name),
    secure: c.req.header('x-forwarded-proto') === 'https' || c.req.url.startsWith('https:'),
    answer: {},
  }
}
