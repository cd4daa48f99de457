import { sql } from 'kysely'
import type { Job } from '../../jobs/job.ts'
import type { House } from '../house.ts'

// PostgreSQL's own measure for its autovacuum, which the embedded engine does not run.
const LEAST_CHANGES = 50
const CHANGED_SHARE = 0.1

/**
 * VACUUM ANALYZE of the tables that have changed much since the last time, one after the other, so that others get
 * their turn in between. Without it plans grow bad and files grow large. A server does this by itself: nothing is done.
 *
 * @returns the tables that were tidied.
 */
export async function tidy({ db, engine }: House): Promise<string[]> {
  if (engine === 'postgres') return []

  await sql`select pg_stat_force_next_flush()`.execute(db)
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, relname as name from pg_stat_user_tables
    where greatest(n_mod_since_analyze, n_dead_tup) > ${LEAST_CHANGES} + ${CHANGED_SHARE}::float8 * n_live_tup
    order by 1, 2`.execute(db)
  for (const { schema, name } of rows) await sql`vacuum analyze ${sql.table(`${schema}.${name}`)}`.execute(db)
  return rows.map(({ schema, name }) => `${schema}.${name}`)
}

/** The server's own housekeeping. */
export const tidyJob: Job = {
  name: 'database.tidy',
  when: { everySeconds: 60 },
  async run(house) {
    await tidy(house)
  },
}
