import { generateCookie } from 'hono/cookie'

export const SESSION_COOKIE = 'songma_session'

/** The Set-Cookie line that hands a session's token to the browser, or takes it back when `token` is ''. */
export function sessionCookie(token: string, maxAgeSeconds: number, secure: boolean): string {
  return generateCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: maxAgeSeconds,
    secure,
  })
}
