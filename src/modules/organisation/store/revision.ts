import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/**
 * Which state of the units a process may remember answers for. Another number means that they have changed.
 */
export async function readRevision(db: Db): Promise<number> {
  const { revision } = await db
    .selectFrom('organisation_revision')
    .select('revision')
    .executeTakeFirstOrThrow()
  return revision
}

/** Makes two changes of the units wait for each other, until the transaction ends. */
export async function lockUnits(tx: Tx): Promise<void> {
  await tx.selectFrom('organisation_revision').select('revision').forUpdate().execute()
}

/**
 * Tells every process that the units have changed. The number is the clock in microseconds: one that a rolled
 * back transaction used never comes again, so that nobody remembers what was never committed.
 */
export async function bumpRevision(tx: Tx): Promise<void> {
  const next = sql<number>`greatest(revision + 1, (extract(epoch from clock_timestamp()) * 1000000)::bigint)`
  await tx.updateTable('organisation_revision').set({ revision: next }).execute()
}
