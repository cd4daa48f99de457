import type { Selectable } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { SchemeDrafts } from '#platform/db/schema.generated.ts'
import type { Scheme } from '../schema.ts'

export type DraftRow = {
  id: number
  code: string
  name: string
  subjects: Scheme['subjects']
  /** Version that it was made from; null: a new scheme. */
  base: number | null
  scheme: Scheme
  revision: number
  startedBy: string
  startedAt: Date
  changedBy: string
  changedAt: Date
}

const toDraft = (row: Selectable<SchemeDrafts>): DraftRow => ({
  id: row.id,
  code: row.code,
  name: row.name,
  subjects: row.subjects as Scheme['subjects'],
  base: row.base,
  scheme: JSON.parse(row.definition) as Scheme,
  revision: row.revision,
  startedBy: row.started_by,
  startedAt: row.started_at,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
})

const columnsOf = (scheme: Scheme) => ({
  code: scheme.code,
  name: scheme.name,
  subjects: scheme.subjects,
  definition: JSON.stringify(scheme),
})

/** More are not written at once. */
const LISTED = 200

/** By code, without what they say. */
export const listDrafts = async (db: Db): Promise<Omit<DraftRow, 'scheme' | 'revision'>[]> => {
  const rows = await db
    .selectFrom('scheme_drafts')
    .select([
      'id',
      'code',
      'name',
      'subjects',
      'base',
      'started_by',
      'started_at',
      'changed_by',
      'changed_at',
    ])
    .orderBy('code')
    .limit(LISTED)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    subjects: row.subjects as Scheme['subjects'],
    base: row.base,
    startedBy: row.started_by,
    startedAt: row.started_at,
    changedBy: row.changed_by,
    changedAt: row.changed_at,
  }))
}

export async function findDraft(db: Db, id: number): Promise<DraftRow | undefined> {
  const row = await db.selectFrom('scheme_drafts').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toDraft(row)
}

/** A draft that nobody else writes until the end of the transaction. */
export async function takeDraft(tx: Tx, id: number): Promise<DraftRow | undefined> {
  const rows = tx.selectFrom('scheme_drafts').selectAll().where('id', '=', id).forUpdate()
  const row = await rows.executeTakeFirst()
  return row && toDraft(row)
}

export async function insertDraft(
  tx: Tx,
  scheme: Scheme,
  { base, by, at }: { base: number | null; by: string; at: Date },
): Promise<DraftRow> {
  const row = await tx
    .insertInto('scheme_drafts')
    .values({ ...columnsOf(scheme), base, started_by: by, started_at: at, changed_by: by, changed_at: at })
    .returningAll()
    .executeTakeFirstOrThrow()
  return toDraft(row)
}

export async function updateDraft(
  tx: Tx,
  { id, revision }: Pick<DraftRow, 'id' | 'revision'>,
  scheme: Scheme,
  { by, at }: { by: string; at: Date },
): Promise<DraftRow> {
  const row = await tx
    .updateTable('scheme_drafts')
    .set({ ...columnsOf(scheme), revision: revision + 1, changed_by: by, changed_at: at })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return toDraft(row)
}

export async function deleteDraft(tx: Tx, id: number): Promise<void> {
  await tx.deleteFrom('scheme_drafts').where('id', '=', id).execute()
}
