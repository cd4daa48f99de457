import type { MiddlewareHandler } from 'hono'
import { NONCE, secureHeaders } from 'hono/secure-headers'
import { AuthProblem } from './problems.ts'

const FROM_HERE = {
  defaultSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
}
const headersWith = (contentSecurityPolicy: NonNullable<Options>['contentSecurityPolicy']) =>
  secureHeaders({
    contentSecurityPolicy: contentSecurityPolicy!,
    xFrameOptions: 'DENY',
    referrerPolicy: 'same-origin',
    strictTransportSecurity: false, // of the proxy that holds the certificate
    overwrite: false, // a file that somebody sent in has a stricter policy of its own
  })
type Options = Parameters<typeof secureHeaders>[0]

const ofPages = headersWith(FROM_HERE)
/** The workspace writes style elements of its own, shows photos that are still on the device, and draws QR codes. */
const ofWorkspace = headersWith({
  ...FROM_HERE,
  styleSrc: ["'self'", NONCE],
  imgSrc: ["'self'", 'data:', 'blob:'],
})

/** Everything comes from this server, nothing may frame it, and it tells no other site where a reader came from. */
export const securityHeaders: MiddlewareHandler = (c, next) => {
  if (c.req.path.startsWith('/app/assets/')) return ofAssets(c, next)
  return c.req.path.startsWith('/app') ? ofWorkspace(c, next) : ofPages(c, next)
}

/** Scripts and styles are no documents: only their kind has to be believed. Dozens of them travel at once. */
const ofAssets: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('x-content-type-options', 'nosniff')
}

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that a browser sends for a page of another site: it says so in Sec-Fetch-Site, or (over plain http)
 * in Origin. A client that sends neither is no browser, and no other site can make it use its cookie.
 */
export const refuseOtherSites: MiddlewareHandler = async (c, next) => {
  if (!SAFE_METHODS.has(c.req.method) && isFromOtherSite(c.req.raw.headers)) throw AuthProblem.otherSite()
  await next()
}

function isFromOtherSite(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = headers.get('origin')
  if (origin === null) return false
  return !URL.canParse(origin) || new URL(origin).host !== headers.get('host')
}
