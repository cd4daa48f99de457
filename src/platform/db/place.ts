import type { Config } from '../config.ts'

/** Where the database is, for sentences: its folder, or the server and database without user and password. */
export function placeOf({ databaseUrl, dataDir }: Config): string {
  if (!databaseUrl) return dataDir
  const url = URL.parse(databaseUrl)
  return url ? `${url.host}${url.pathname}` : 'DATABASE_URL'
}
