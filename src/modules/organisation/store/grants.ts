import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'

/**
 * A role that an account holds at a unit and so in its subtree; `unitId` and `unit`, its code, are null for
 * everywhere.
 */
export type Grant = {
  role: string
  unitId: number | null
  unit: string | null
  /** The field of work it is limited to; null: none. */
  field: string | null
  validFrom: Day
  validTo: Day
}

/** The grants of an account that hold on a day. */
export async function listGrants(db: Db, accountId: number, on: Day): Promise<Grant[]> {
  const rows = await db
    .selectFrom('grants')
    .select((grant) => [
      'role',
      'unit_id',
      'field',
      'valid_from',
      'valid_to',
      grant
        .selectFrom('unit_states')
        .select('code')
        .whereRef('unit_states.unit_id', '=', 'grants.unit_id')
        .limit(1)
        .as('code'),
    ])
    .where('account_id', '=', accountId)
    .where('valid_from', '<=', on)
    .where('valid_to', '>=', on)
    .orderBy('role')
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => ({
    role: row.role,
    unitId: row.unit_id,
    unit: row.code,
    field: row.field,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }))
}

/** Gives an account a role; without days it holds for ever, without a field in every field. */
export async function addGrant(
  tx: Tx,
  grant: { accountId: number; role: string; unitId: number | null; source?: 'hand' | 'claims' } & Dated,
): Promise<number> {
  const {
    accountId,
    role,
    unitId,
    field = null,
    validFrom = '-infinity',
    validTo = 'infinity',
    source,
  } = grant
  const { id } = await tx
    .insertInto('grants')
    .values({
      account_id: accountId,
      role,
      unit_id: unitId,
      field,
      valid_from: validFrom,
      valid_to: validTo,
      source: source ?? 'hand',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
type Dated = { field?: string | null; validFrom?: Day; validTo?: Day }

/**
 * True when one of `holders` is the unit `placeId` or stands above it `today`, in any tree: in the tree of
 * its last day when it ended before, of its first when it begins later.
 */
export async function reaches(
  db: Db,
  holders: readonly number[],
  placeId: number,
  today: Day,
): Promise<boolean> {
  if (holders.length === 0) return false
  const day = sql<Day>`least(greatest(${today}::date, units.begins_on), units.ends_on)`
  const above = await db
    .selectFrom('unit_tree')
    .innerJoin('units', 'units.id', 'unit_tree.unit_id')
    .select('ancestor_id')
    .where('unit_tree.unit_id', '=', placeId)
    .where('ancestor_id', 'in', holders)
    .where(sql<boolean>`${day} between unit_tree.valid_from and unit_tree.valid_to`)
    .limit(1)
    .executeTakeFirst()
  return above !== undefined
}

export type HeldGrant = {
  id: number
  accountId: number
  role: string
  unitId: number | null
  field: string | null
  validFrom: Day
  validTo: Day
  source: 'hand' | 'claims'
}

const select = (db: Db) =>
  db
    .selectFrom('grants')
    .select(['id', 'account_id as accountId', 'role', 'unit_id as unitId', 'field', 'source'])
    .select(['valid_from as validFrom', 'valid_to as validTo'])

/** All grants of accounts, ended and coming ones too. */
export async function listGrantsOf(db: Db, accountIds: readonly number[]): Promise<HeldGrant[]> {
  if (accountIds.length === 0) return []
  const rows = await select(db)
    .where('account_id', 'in', [...accountIds])
    .orderBy('valid_to', 'desc')
    .orderBy('id')
    .execute()
  return rows as HeldGrant[]
}

export async function findGrant(db: Db, id: number): Promise<HeldGrant | undefined> {
  return (await select(db).where('id', '=', id).executeTakeFirst()) as HeldGrant | undefined
}

/** Lets a grant hold until `lastDay`; one that begins later is removed. */
export async function closeGrant(tx: Tx, id: number, lastDay: Day): Promise<void> {
  await tx.deleteFrom('grants').where('id', '=', id).where('valid_from', '>', lastDay).execute()
  await tx.updateTable('grants').set({ valid_to: lastDay }).where('id', '=', id).execute()
}

/** Accounts that hold, held or will hold a role at one of `holders` or below it. */
export async function accountsUnder(db: Db, holders: readonly number[], today: Day): Promise<number[]> {
  if (holders.length === 0) return []
  const day = sql<Day>`least(greatest(${today}::date, units.begins_on), units.ends_on)`
  const rows = await db
    .selectFrom('grants')
    .innerJoin('units', 'units.id', 'grants.unit_id')
    .innerJoin('unit_tree', 'unit_tree.unit_id', 'grants.unit_id')
    .select('grants.account_id as id')
    .distinct()
    .where('ancestor_id', 'in', holders)
    .where(sql<boolean>`${day} between unit_tree.valid_from and unit_tree.valid_to`)
    .execute()
  return rows.map(({ id }) => id)
}
