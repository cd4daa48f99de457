// One published result as a page reads it.

import type { Db } from '#platform/db/db.ts'
import type { PublishedResult, UnitResults } from '../api/results.ts'
import { countParts, listYears, readMeans } from '../store/result-sums.ts'
import { listParts } from '../store/results.ts'
import { findBefore, getPublished, type Published, tellLine, tellRows, tellVersion } from './tell.ts'

const NO_RANK = 2_147_483_647

/** @param after the cursor of the page before: place and code of its last unit. */
export async function readResult(
  db: Db,
  published: Published,
  { after, skip = 0, limit }: { after?: string | undefined; skip?: number; limit: number },
): Promise<PublishedResult> {
  const { ground, results, result } = published
  const { scheme } = ground.ready
  const before = await findBefore(db, published)
  const means = await readMeans(db, result.id)
  const parts = await listParts(db, result.id, { after: readCursor(after), skip, limit: limit + 1 })
  const shown = parts.slice(0, limit)
  const last = shown.at(-1)
  return {
    ...(await tellLine(db, published)),
    version: result.ordinal,
    history: results.map(tellVersion),
    before: before && {
      id: String(before.ground.round.id),
      period: before.ground.round.period,
      subjects: (await countParts(db, [before.result.id])).get(before.result.id)?.subjects ?? 0,
      isOtherVersion: before.result.version !== result.version,
    },
    meanPercent: means.indexPercent,
    areas: scheme.areas.map(({ code, name, max }) => ({
      code,
      name,
      max,
      meanPercent: means.areas.get(code) ?? null,
    })),
    classes: scheme.classes.map((one) => ({ ...one, count: means.classes.get(one.label) ?? 0 })),
    rows: await tellRows(db, shown, before),
    nextCursor: parts.length > limit && last ? `${last.rank ?? NO_RANK}:${last.code}` : null,
  }
}

function readCursor(text: string | undefined): { place: number; code: string } | null {
  const [, place, code] = /^(\d{1,10}):(.+)$/.exec(text ?? '') ?? []
  return place === undefined || code === undefined ? null : { place: Number(place), code }
}

/** A unit's results over the years. */
export async function readYears(db: Db, unitId: number): Promise<UnitResults> {
  const years = await listYears(db, unitId)
  const counts = await countParts(
    db,
    years.map(({ resultId }) => resultId),
  )
  const results: UnitResults['results'] = []
  for (const { roundId, resultId, code, name, points, indexPercent, rank, class: label } of years) {
    const line = await tellLine(db, await getPublished(db, String(roundId)))
    const { id, scheme, period } = line
    const ranked = counts.get(resultId)?.ranked ?? 0
    results.push({
      id,
      scheme,
      period,
      unit: { code, name },
      points,
      indexPercent,
      rank,
      class: label,
      ranked,
    })
  }
  return { results }
}
