// The bytes of a file in the database: in rows that are small enough to be sent, and backed up, one at a time.

import type { Db, Tx } from '#platform/db/db.ts'
import type { CopyName } from './store.ts'

const ROW_BYTES = 128 * 1024

/** Puts `content` into a file's bytes, which end at `at` so far. */
export async function appendContent(
  tx: Tx,
  id: string,
  copy: CopyName,
  at: number,
  content: Uint8Array,
): Promise<void> {
  for (let from = 0; from < content.length; from += ROW_BYTES)
    await tx
      .insertInto('file_chunks')
      .values({ file_id: id, copy, at: at + from, content: content.subarray(from, from + ROW_BYTES) })
      .execute()
}

/** The bytes in their order, one row at a time: whoever reads slowly holds no connection meanwhile. */
export async function* readContent(db: Db, id: string, copy: CopyName): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const row = await db
      .selectFrom('file_chunks')
      .select('content')
      .where('file_id', '=', id)
      .where('copy', '=', copy)
      .where('at', '=', at)
      .executeTakeFirst()
    if (!row) return
    yield row.content
    at += row.content.length
  }
}

export async function readWhole(db: Db, id: string, copy: CopyName): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(readContent(db, id, copy)))
}

export async function hasContent(db: Db, id: string, copy: CopyName): Promise<boolean> {
  const row = await db
    .selectFrom('file_chunks')
    .select('at')
    .where('file_id', '=', id)
    .where('copy', '=', copy)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteContent(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('file_chunks').where('file_id', '=', id).execute()
}
