import { sql } from 'kysely'
import type { Tx } from '#platform/db/db.ts'
import { sha256 } from './hash.ts'

/**
 * Counts one more attempt at `what` and answers how many there were since when; one older than `since` starts again
 * at 1. Attempts at one thing wait for each other here, so that many at once are counted like one after the other.
 */
export async function countAttempt(tx: Tx, what: string, now: Date, since: Date) {
  return tx
    .insertInto('sign_in_attempts')
    .values({ name_hash: sha256(what), attempts: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('name_hash').doUpdateSet((row) => ({
        attempts: sql<number>`case when ${row.ref('sign_in_attempts.since')} < ${since} then 1
                              else ${row.ref('sign_in_attempts.attempts')} + 1 end`,
        since: sql<Date>`case when ${row.ref('sign_in_attempts.since')} < ${since} then ${now}
                         else ${row.ref('sign_in_attempts.since')} end`,
      })),
    )
    .returning(['attempts', 'since'])
    .executeTakeFirstOrThrow()
}

/** Forgets the attempts at `what`, and all that lie before `since`. */
export async function forgetAttempts(tx: Tx, what: string, since: Date): Promise<void> {
  await tx
    .deleteFrom('sign_in_attempts')
    .where((row) => row.or([row('name_hash', '=', sha256(what)), row('since', '<', since)]))
    .execute()
}
