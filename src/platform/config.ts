import { join, resolve } from 'node:path'

/** What the place it runs in decides. Read once, at the start; everything else is data. */
export type Config = {
  /** Absolute: the folder of the embedded database and of the files. */
  dataDir: string
  /** PostgreSQL instead of the embedded database, when given. */
  databaseUrl: string | null
  port: number
  /** What the demo accounts get when the demo is loaded. */
  demoPassword: string
  /** The server that takes mail, as `smtp://…` or `smtps://…`, and the sender's address; null sends none. */
  mail: { smtpUrl: string; from: string } | null
  /** Where people reach this server, without a slash at the end: for links in mail. */
  publicUrl: string
  /** Proxies whose X-Forwarded-For is believed: addresses and networks, as typed; null believes none. */
  trustedProxy: string | null
  /** Another service where people sign in, by OpenID Connect; null: none. */
  oidc: OidcConfig | null
}

/** `clientSecret` null: a public client. `scope` with spaces between, `openid` among them. */
export type OidcConfig = { issuer: string; clientId: string; clientSecret: string | null; scope: string }

const ROOT = join(import.meta.dirname, '../..')
const DEFAULT_PORT = 3000
const DEFAULT_DEMO_PASSWORD = 'songma-demo'
const DEFAULT_SCOPE = 'openid profile email'
const DEFAULT_SENDER = 'Sông Mã <songma@localhost>'

/**
 * @param env `DATABASE_URL`, `PORT`, `SONGMA_DEMO_PASSWORD`, `SONGMA_SMTP_URL`, `SONGMA_MAIL_FROM`, `SONGMA_PUBLIC_URL`,
 *   `SONGMA_TRUSTED_PROXY`, `SONGMA_OIDC_ISSUER`, `SONGMA_OIDC_CLIENT_ID`, `SONGMA_OIDC_CLIENT_SECRET`,
 *   `SONGMA_OIDC_SCOPE`.
 * @param dataDir as typed, relative to `cwd`; without it `data` beside the software, from wherever it is called.
 */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string, dataDir?: string): Config {
  const port = env.PORT ? Number(env.PORT) : DEFAULT_PORT
  return {
    dataDir: dataDir === undefined ? join(ROOT, 'data') : resolve(cwd, dataDir),
    databaseUrl: env.DATABASE_URL || null,
    port,
    demoPassword: env.SONGMA_DEMO_PASSWORD || DEFAULT_DEMO_PASSWORD,
    mail: env.SONGMA_SMTP_URL
      ? { smtpUrl: env.SONGMA_SMTP_URL, from: env.SONGMA_MAIL_FROM || DEFAULT_SENDER }
      : null,
    publicUrl: (env.SONGMA_PUBLIC_URL || `http://localhost:${port}`).replace(/\/+$/, ''),
    trustedProxy: env.SONGMA_TRUSTED_PROXY || null,
    oidc: readOidc(env),
  }
}

function readOidc(env: NodeJS.ProcessEnv): OidcConfig | null {
  const { SONGMA_OIDC_ISSUER: issuer, SONGMA_OIDC_CLIENT_ID: clientId } = env
  if (!issuer || !clientId) return null
  const clientSecret = env.SONGMA_OIDC_CLIENT_SECRET || null
  return { issuer, clientId, clientSecret, scope: env.SONGMA_OIDC_SCOPE || DEFAULT_SCOPE }
}
