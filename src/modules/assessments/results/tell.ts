// What is told of published results.

import { addDays } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { periodBefore } from '#kernel/period-before.ts'
import type { Db } from '#platform/db/db.ts'
import type { ResultLine, ResultVersion, ResultRow as ToldRow } from '../api/results.ts'
import type { Ground } from '../scoring/ground.ts'
import { loadReadyVersion } from '../store/ready-schemes.ts'
import { countParts, findPublishedWith } from '../store/result-sums.ts'
import { listResultsOf, loadParts, type ResultRow, type UnitPart } from '../store/results.ts'
import { findRound } from '../store/rounds.ts'
import { ResultProblem } from './problems.ts'

/** A published round with all its results, and the one that is asked for. */
export type Published = { ground: Ground; results: ResultRow[]; result: ResultRow }

/** @param ordinal which result; the last when undefined. @throws result.notFound */
export async function getPublished(db: Db, roundId: string, ordinal?: number): Promise<Published> {
  const round = await findRound(db, Number(roundId))
  const results = round?.state === 'published' ? await listResultsOf(db, [round.id]) : []
  const result = ordinal === undefined ? results.at(-1) : results[ordinal - 1]
  if (!round || !result) throw ResultProblem.notFound()
  // By the version that ruled it, whatever is in force since
  const { version, ready } = await loadReadyVersion(db, round.scheme, result.version)
  return { ground: { round, period: parsePeriod(round.period)!, version, ready }, results, result }
}

export async function tellLine(db: Db, { ground, results, result }: Published): Promise<ResultLine> {
  const { round, ready } = ground
  const counts = (await countParts(db, [result.id])).get(result.id)
  return {
    id: String(round.id),
    name: round.name,
    scheme: {
      code: round.scheme,
      name: ready.scheme.name,
      version: result.version,
      isExternal: ready.scheme.external === true,
    },
    period: round.period,
    keeper: { code: round.keeperCode, name: round.keeperName },
    publishedOn: round.publishedOn!,
    decision: round.decision,
    subjects: counts?.subjects ?? 0,
    complete: counts?.complete ?? 0,
    versions: results.length,
    appealsUntil: round.appealDays === 0 ? null : addDays(round.publishedOn!, round.appealDays),
  }
}

export const tellVersion = (row: ResultRow): ResultVersion => ({
  ordinal: row.ordinal,
  kind: row.kind,
  decidedOn: row.decidedOn,
  decision: row.decision,
  reason: row.reason,
  publishedAt: row.publishedAt.toISOString(),
  sha256: row.sha256,
})

/** What was published of the period before by the same scheme, with one of the same units; null: nothing was. */
export async function findBefore(db: Db, { ground: { round } }: Published): Promise<Published | null> {
  const before = periodBefore(parsePeriod(round.period)!)
  const id = before === null ? undefined : await findPublishedWith(db, round, before, round.id)
  return id === undefined ? null : getPublished(db, String(id))
}

/** In the order given. A unit that did not take part before, or is another one since, has nothing to stand beside. */
export async function tellRows(
  db: Db,
  rows: readonly UnitPart[],
  before: Published | null,
): Promise<ToldRow[]> {
  const ids = rows.map(({ unitId }) => unitId)
  const was = before ? await loadParts(db, before.result.id, ids) : new Map<number, UnitPart>()
  return rows.map((row) => tellRow(row, was.get(row.unitId)))
}

export const standingOf = ({ points, indexPercent, rank }: UnitPart) => ({ points, indexPercent, rank })

export const tellRow = (row: UnitPart, was: UnitPart | undefined): ToldRow => ({
  unit: { code: row.code, name: row.name },
  ...standingOf(row),
  max: row.max,
  class: row.class,
  complete: row.complete,
  adjusted: row.adjusted,
  areas: row.areas,
  before: was ? standingOf(was) : null,
})
