// The files that values rest on: named by id in a version, shown with their names.

import type { Db, Tx } from '#platform/db/db.ts'
import { findFiles, markFilesUsed } from '#platform/files/kept/store.ts'
import type { EvidenceFile } from './schema.ts'

/**
 * Of these files, those that may not stand as evidence in a report of this unit: not there, not whole yet, or another
 * unit's. The others are from now on kept for good.
 */
export async function takeEvidence(
  tx: Tx,
  unitId: number,
  ids: readonly string[],
  at: Date,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const files = await findFiles(tx, ids)
  const refused = new Set(ids.filter((id) => files.get(id)?.unitId !== unitId))
  if (refused.size === 0) await markFilesUsed(tx, ids, at)
  return refused
}

/** Files by id, as answers show them. */
export async function nameEvidence(db: Db, ids: readonly string[]): Promise<Map<string, EvidenceFile>> {
  if (ids.length === 0) return new Map()
  const files = await findFiles(db, ids)
  return new Map(
    [...files].map(([id, { name, mediaType, bytes, sha256 }]) => [
      id,
      { id, name, mediaType: mediaType!, bytes, sha256: sha256! },
    ]),
  )
}
