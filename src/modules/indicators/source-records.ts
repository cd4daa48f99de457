// What a source's values were counted from, so that the way down from a figure does not end at a bare number. Only how
// many records there are is told: who may read the records themselves, their own module says.

import type { Db } from '#platform/db/db.ts'
import type { Leaf } from './rules/over-time.ts'
import type { SourcePlace } from './sources.ts'

export type SourceRecords = {
  /** A word for people has the key `app.lineage.records.<kind>`. */
  kind: string
  count(db: Db, places: readonly SourcePlace[]): Promise<readonly (SourcePlace & { count: number })[]>
}

const known = new Map<string, SourceRecords>()

/**
 * For modules that compute indicators from their records; called once for each source, by the application. A name that
 * ends in `.` stands for all sources that begin with it.
 */
export function registerSourceRecords(source: string, records: SourceRecords): void {
  known.set(source, records)
}

const recordsOf = (source: string): SourceRecords | undefined =>
  known.get(source) ?? known.get(source.slice(0, source.lastIndexOf('.') + 1))

/** How many records stand behind each of these values, by `unit id:period code`. */
export async function countSourceRecords(
  db: Db,
  source: string | null,
  leaves: readonly Leaf[],
): Promise<Map<string, { kind: string; count: number; period: string }>> {
  const records = source === null ? undefined : recordsOf(source)
  if (!records || leaves.length === 0) return new Map()
  const counts = await records.count(
    db,
    leaves.map(({ unit, period }) => ({ unitId: unit, period: period.code })),
  )
  return new Map(
    counts.map(({ unitId, period, count }) => [`${unitId}:${period}`, { kind: records.kind, count, period }]),
  )
}
