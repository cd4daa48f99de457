// Accounts as an administrator sees them.

import { foldText } from '#kernel/text.ts'
import type { Db, Tx } from '#platform/db/db.ts'

export type AccountRow = {
  id: number
  username: string
  displayName: string | null
  email: string | null
  mustChangePassword: boolean
  disabledAt: Date | null
}

/** By name, disabled ones too; undefined when there is none. */
export async function findAnyAccount(db: Db, username: string): Promise<AccountRow | undefined> {
  return select(db).where('username', '=', username).executeTakeFirst()
}

/**
 * Accounts in the order of their names, from the one behind `after` on.
 *
 * @param asked `text` is looked for in both names, without regard to marks; `among`: only these ids, when given.
 */
export async function listAccounts(
  db: Db,
  asked: {
    text?: string | undefined
    after?: string | undefined
    among?: readonly number[] | undefined
    limit: number
  },
): Promise<AccountRow[]> {
  const { text, after, among, limit } = asked
  if (among?.length === 0) return []
  const sought = text && `%${foldText(text).replace(/[\\%_]/g, '\\$&')}%`
  return select(db)
    .$if(after !== undefined, (rows) => rows.where('username', '>', after!))
    .$if(Boolean(sought), (rows) => rows.where('sought', 'like', sought!))
    .$if(among !== undefined, (rows) => rows.where('id', 'in', [...among!]))
    .orderBy('username')
    .limit(limit)
    .execute()
}

/** What an account is found by. */
export const soughtBy = (username: string, displayName: string | null): string =>
  foldText(`${displayName ?? ''} ${username}`.trim())

export async function changePerson(
  tx: Tx,
  { id, username }: Pick<AccountRow, 'id' | 'username'>,
  person: { displayName: string | null; email: string | null },
): Promise<void> {
  const { displayName, email } = person
  await tx
    .updateTable('accounts')
    .set({ display_name: displayName, email, sought: soughtBy(username, displayName) })
    .where('id', '=', id)
    .execute()
}

/** @param at null lets the account sign in again. */
export async function setDisabled(tx: Tx, id: number, at: Date | null): Promise<void> {
  await tx.updateTable('accounts').set({ disabled_at: at }).where('id', '=', id).execute()
}

const select = (db: Db) =>
  db
    .selectFrom('accounts')
    .select(['id', 'username', 'display_name as displayName', 'email'])
    .select(['must_change_password as mustChangePassword', 'disabled_at as disabledAt'])

/** The people behind accounts, disabled ones too, by id. */
export async function findPeopleByIds(db: Db, ids: readonly number[]): Promise<Map<number, AccountRow>> {
  if (ids.length === 0) return new Map()
  const rows = await select(db)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
