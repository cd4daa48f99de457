// What the public pages read of published results.

import type { Db } from '#platform/db/db.ts'
import type { PublishedResult, ResultChanges, ResultLine, Why } from '../api/results.ts'
import { listPublished } from '../store/result-sums.ts'
import { findPart } from '../store/results.ts'
import { readResult } from './read.ts'
import { getPublished, tellLine } from './tell.ts'
import { tellChanges, tellWhy } from './why.ts'

/** Every published result, the latest period first. @param scheme only its. */
export async function listRankings(db: Db, scheme?: string): Promise<ResultLine[]> {
  const lines: ResultLine[] = []
  for (const id of await listPublished(db, { scheme }))
    lines.push(await tellLine(db, await getPublished(db, String(id))))
  return lines
}

/** Whether anything was published. */
export const hasRankings = async (db: Db): Promise<boolean> => (await listPublished(db, {})).length > 0

/** @throws result.notFound */
export const readRanking = async (
  db: Db,
  roundId: string,
  page: { skip: number; limit: number },
): Promise<PublishedResult> => readResult(db, await getPublished(db, roundId), page)

/** Null when the unit is not in the result. */
export async function readWhy(db: Db, roundId: string, unit: string): Promise<Why | null> {
  const published = await getPublished(db, roundId)
  const isThere = await findPart(db, published.result.id, unit)
  return isThere ? tellWhy(db, published, unit) : null
}

/** What the last result changed; null: it is the first. @throws result.notFound */
export async function readLastChange(db: Db, roundId: string): Promise<ResultChanges | null> {
  const published = await getPublished(db, roundId)
  return published.result.ordinal === 1 ? null : tellChanges(db, published)
}
