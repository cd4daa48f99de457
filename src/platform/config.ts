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
}

const ROOT = join(import.meta.dirname, '../..')
const DEFAULT_PORT = 3000
const DEFAULT_DEMO_PASSWORD = 'songma-demo'

/**
 * @param env `DATABASE_URL`, `PORT`, `SONGMA_DEMO_PASSWORD`.
 * @param dataDir as typed, relative to `cwd`; without it `data` beside the software, from wherever it is called.
 */
export function readConfig(env: NodeJS.ProcessEnv, cwd: string, dataDir?: string): Config {
  return {
    dataDir: dataDir === undefined ? join(ROOT, 'data') : resolve(cwd, dataDir),
    databaseUrl: env.DATABASE_URL || null,
    port: env.PORT ? Number(env.PORT) : DEFAULT_PORT,
    demoPassword: env.SONGMA_DEMO_PASSWORD || DEFAULT_DEMO_PASSWORD,
  }
}
