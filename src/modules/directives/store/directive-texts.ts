import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/** A file of a directive. `text`: null when it is not read yet, '' when nothing can be read of it. */
export type DirectiveFile = { fileId: string; text: string | null }

/** In the order in which they are shown. */
export async function listDirectiveFiles(db: Db, id: number): Promise<DirectiveFile[]> {
  return await db
    .selectFrom('directive_files')
    .select(['file_id as fileId', 'text'])
    .where('directive_id', '=', id)
    .orderBy('position')
    .execute()
}

/** Files of each, for lists. */
export async function countFiles(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: number; files: number }>`
    select directive_id as id, count(*)::int as files from directive_files
     where directive_id = any(${[...ids]}::bigint[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, files }) => [id, files]))
}

/** Makes a directive have exactly these files, in this order. What is read of those that stay is kept. */
export async function replaceFiles(tx: Tx, id: number, fileIds: readonly string[]): Promise<void> {
  const read = new Map((await listDirectiveFiles(tx, id)).map(({ fileId, text }) => [fileId, text]))
  await tx.deleteFrom('directive_files').where('directive_id', '=', id).execute()
  if (fileIds.length === 0) return
  await tx
    .insertInto('directive_files')
    .values(
      fileIds.map((fileId, position) => ({
        directive_id: id,
        file_id: fileId,
        position,
        text: read.get(fileId) ?? null,
      })),
    )
    .execute()
}

/** Files whose text is not read yet, those of the latest directives first. */
export async function listUnread(db: Db, most: number): Promise<{ directiveId: number; fileId: string }[]> {
  return await db
    .selectFrom('directive_files')
    .select(['directive_id as directiveId', 'file_id as fileId'])
    .where('text', 'is', null)
    .orderBy('directive_id', 'desc')
    .limit(most)
    .execute()
}

/** Notes what a file says, for every directive that has it. Answers those directives. */
export async function setText(tx: Tx, fileId: string, text: string): Promise<number[]> {
  const rows = await tx
    .updateTable('directive_files')
    .set({ text })
    .where('file_id', '=', fileId)
    .returning('directive_id')
    .execute()
  return rows.map((row) => row.directive_id)
}

/** Sets what a directive is found by; its revision stays, since nothing was decided. */
export async function setFoundBy(tx: Tx, id: number, foundBy: string): Promise<void> {
  await tx.updateTable('directives').set({ found_by: foundBy }).where('id', '=', id).execute()
}
