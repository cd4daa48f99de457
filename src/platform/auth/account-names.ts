import type { Db } from '#platform/db/db.ts'

/** The names of accounts, disabled ones too; ids that are nobody's are left out. */
export async function listAccountNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'username'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, username }) => [id, username]))
}
