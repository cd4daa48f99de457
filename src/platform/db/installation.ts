import type { Db, Tx } from './db.ts'

/** True when the database holds the demo: then every page and every output says that its numbers are invented. */
export async function isDemo(db: Db): Promise<boolean> {
  const row = await db.selectFrom('installation').select('demo').executeTakeFirstOrThrow()
  return row.demo
}

/** Marks the database as holding the demo, for good: invented numbers never become official ones unseen. */
export async function markDemo(tx: Tx): Promise<void> {
  await tx.updateTable('installation').set({ demo: true }).execute()
}
