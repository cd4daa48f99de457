import { resolve } from 'node:path'

/** What the place it runs in decides. Read once, at the start; everything else is data. */
export type Config = {
  /** Absolute: the folder of the embedded database and of the files. */
  dataDir: string
  /** PostgreSQL instead of the embedded database, when given. */
  databaseUrl: string | null
  port: number
  /** Of the demo accounts. Unless it was set on purpose, the server listens on loopback only. */
  demoPassword: string
  demoPasswordIsDefault: boolean
}

const DEFAULT_PORT = 3000
const DEFAULT_DEMO_PASSWORD = 'songma-demo'

/** @param env `DATABASE_URL`, `PORT`, `SONGMA_DEMO_PASSWORD`; @param dataDir `--data`, relative to `cwd`. */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string, dataDir = 'data'): Config {
  return {
    dataDir: resolve(cwd, dataDir),
    databaseUrl: env.DATABASE_URL || null,
    port: env.PORT ? Number(env.PORT) : DEFAULT_PORT,
    demoPassword: env.SONGMA_DEMO_PASSWORD || DEFAULT_DEMO_PASSWORD,
    demoPasswordIsDefault: !env.SONGMA_DEMO_PASSWORD,
  }
}
