import type { Db } from '#platform/db/db.ts'

/** Ids of the accounts with these names; names that nobody has (any more) are left out. */
export async function findAccountIds(db: Db, usernames: readonly string[]): Promise<Map<string, number>> {
  if (usernames.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'username'])
    .where('username', 'in', [...usernames])
    .where('disabled_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, username }) => [username, id]))
}

/** Where mail to accounts goes: those that may sign in and have an address. */
export async function findAddresses(db: Db, accountIds: readonly number[]): Promise<Map<number, string>> {
  if (accountIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts')
    .select(['id', 'email'])
    .where('id', 'in', [...accountIds])
    .where('disabled_at', 'is', null)
    .where('email', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, email }) => [id, email!]))
}

/** What people are called, by the name they sign in with; who has no other name goes by that one. */
export async function findPeople(
  db: Db,
  usernames: readonly (string | null)[],
): Promise<(username: string | null) => string | null> {
  const asked = [...new Set(usernames.filter((name) => name !== null))]
  const rows =
    asked.length === 0
      ? []
      : await db
          .selectFrom('accounts')
          .select(['username', 'display_name'])
          .where('username', 'in', asked)
          .execute()
  const names = new Map(rows.map((row) => [row.username, row.display_name]))
  return (username) => (username === null ? null : (names.get(username) ?? username))
}
