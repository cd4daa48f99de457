import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Files } from '#platform/db/schema.generated.ts'
import type { FileCopy, FilePosition } from '../api.ts'

/** An evidence file. What only the bytes can tell (`mediaType`, size of an image) is null until all are there. */
export type KeptFile = {
  id: string
  unitId: number
  name: string
  bytes: number
  received: number
  isComplete: boolean
  /** Announced by the sender; once complete, of the bytes. */
  sha256: string | null
  mediaType: string | null
  width: number | null
  height: number | null
  takenAt: Date | null
  position: FilePosition | null
  createdBy: string
  createdAt: Date
}

/** The bytes as they came, or a copy drawn anew. */
export type CopyName = 'original' | FileCopy

const toFile = (row: Selectable<Files>): KeptFile => ({
  id: row.id,
  unitId: row.unit_id,
  name: row.name,
  bytes: row.bytes,
  received: row.received,
  isComplete: row.completed_at !== null,
  sha256: row.sha256,
  mediaType: row.media_type,
  width: row.width,
  height: row.height,
  takenAt: row.taken_at,
  position:
    row.latitude === null || row.longitude === null
      ? null
      : { lat: Number(row.latitude), lon: Number(row.longitude), accuracyM: Number(row.accuracy_m) },
  createdBy: row.created_by,
  createdAt: row.created_at,
})

export async function findFile(db: Db, id: string): Promise<KeptFile | undefined> {
  const row = await db.selectFrom('files').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toFile(row)
}

/** Complete files by id, for whoever names them in records; what is unknown or unfinished is left out. */
export async function findFiles(db: Db, ids: readonly string[]): Promise<Map<string, KeptFile>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('files')
    .selectAll()
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .where('completed_at', 'is not', null)
    .execute()
  return new Map(rows.map((row) => [row.id, toFile(row)]))
}

/** Notes that a record names these files: from now on they stay. */
export async function markFilesUsed(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('files')
    .set({ used_at: at })
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::text[])`)
    .where('used_at', 'is', null)
    .execute()
}

/** Announces a file; its bytes follow. */
export async function insertFile(
  tx: Tx,
  file: Pick<KeptFile, 'id' | 'unitId' | 'name' | 'bytes' | 'sha256' | 'takenAt' | 'position'>,
  by: string,
  now: Date,
): Promise<void> {
  const { position } = file
  await tx
    .insertInto('files')
    .values({
      id: file.id,
      unit_id: file.unitId,
      name: file.name,
      bytes: file.bytes,
      sha256: file.sha256,
      taken_at: file.takenAt,
      latitude: position ? position.lat.toFixed(6) : null,
      longitude: position ? position.lon.toFixed(6) : null,
      accuracy_m: position ? String(position.accuracyM) : null,
      created_by: by,
      created_at: now,
      touched_at: now,
    })
    .execute()
}

/** How many files somebody has begun and not finished. */
export async function countUnfinished(db: Db, by: string): Promise<number> {
  const { count } = await db
    .selectFrom('files')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('created_by', '=', by)
    .where('completed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

/** The file, this transaction's own until it ends: two senders of one file follow one another. */
export async function takeFile(tx: Tx, id: string): Promise<KeptFile | undefined> {
  const row = await tx.selectFrom('files').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toFile(row)
}

export async function noteReceived(tx: Tx, id: string, received: number, now: Date): Promise<void> {
  await tx.updateTable('files').set({ received, touched_at: now }).where('id', '=', id).execute()
}

export async function markComplete(
  tx: Tx,
  id: string,
  proved: { sha256: string; mediaType: string; width: number | null; height: number | null },
  now: Date,
): Promise<void> {
  const { sha256, mediaType, width, height } = proved
  await tx
    .updateTable('files')
    .set({ sha256, media_type: mediaType, width, height, completed_at: now })
    .where('id', '=', id)
    .execute()
}

/** Removes a file with its bytes: only ever one that no record names. */
export async function deleteFile(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('files').where('id', '=', id).where('used_at', 'is', null).execute()
}

/** Complete images whose copies are not made yet, oldest first. */
export async function listUncopied(db: Db, most: number): Promise<KeptFile[]> {
  const rows = await db
    .selectFrom('files')
    .selectAll()
    .where('completed_at', 'is not', null)
    .where('copied_at', 'is', null)
    .where('width', 'is not', null)
    .orderBy('completed_at')
    .limit(most)
    .execute()
  return rows.map(toFile)
}

export async function markCopied(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('files').set({ copied_at: now }).where('id', '=', id).execute()
}

/**
 * Removes files of which no piece came since `unfinished`, and complete ones that no record named since `unused`.
 * Answers how many.
 */
export async function deleteForgotten(tx: Tx, unfinished: Date, unused: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('files')
    .where('used_at', 'is', null)
    .where((eb) =>
      eb.or([
        eb.and([eb('completed_at', 'is', null), eb('touched_at', '<', unfinished)]),
        eb('touched_at', '<', unused),
      ]),
    )
    .executeTakeFirst()
  return Number(numDeletedRows)
}
