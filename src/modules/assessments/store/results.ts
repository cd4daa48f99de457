// Published results: which there are of a round, and each subject's part.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Result } from '../rules/assess.ts'

export type ResultRow = {
  id: number
  roundId: number
  ordinal: number
  kind: 'published' | 'appeal'
  assessmentId: number
  version: number
  decision: string
  decidedOn: Day
  reason: string
  publishedAt: Date
  sha256: string
}

const select = (db: Db) =>
  db
    .selectFrom('results')
    .innerJoin('assessments', 'assessments.id', 'results.assessment_id')
    .select(['results.id', 'results.round_id as roundId', 'ordinal', 'kind', 'assessment_id as assessmentId'])
    .select([
      'version',
      'decision',
      'decided_on as decidedOn',
      'reason',
      'published_at as publishedAt',
      'sha256',
    ])

/** All results of these rounds, the first first. */
export async function listResultsOf(db: Db, roundIds: readonly number[]): Promise<ResultRow[]> {
  if (roundIds.length === 0) return []
  const rows = await select(db)
    .where('round_id', 'in', [...roundIds])
    .orderBy('round_id')
    .orderBy('ordinal')
    .execute()
  return rows as ResultRow[]
}

export type ResultDraft = Omit<ResultRow, 'id' | 'publishedAt' | 'sha256'>
/** @returns its id */
export async function insertResult(
  tx: Tx,
  { roundId, ordinal, kind, assessmentId, version, decision, decidedOn, reason }: ResultDraft,
  { by, for: actedFor, at }: { by: string; for: string | null; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('results')
    .values({
      round_id: roundId,
      ordinal,
      kind,
      assessment_id: assessmentId,
      version,
      decision,
      decided_on: decidedOn,
      reason,
      published_by: by,
      published_for: actedFor,
      published_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Rows in one statement: a country has thousands. */
const ROWS_AT_ONCE = 200

export async function insertResultUnits(
  tx: Tx,
  resultId: number,
  units: readonly { id: number; name: string; result: Result }[],
): Promise<void> {
  for (let from = 0; from < units.length; from += ROWS_AT_ONCE)
    await tx
      .insertInto('result_units')
      .values(
        units.slice(from, from + ROWS_AT_ONCE).map(({ id, name, result }) => ({
          result_id: resultId,
          unit_id: id,
          unit_code: result.unitCode,
          unit_name: name,
          points: result.points ?? '0',
          max: result.max,
          index_percent: result.indexPercent,
          rank: result.rank,
          class: result.class,
          complete: result.complete,
          adjusted: result.adjusted,
          areas: JSON.stringify(result.areas),
          criteria: JSON.stringify(result.criteria),
        })),
      )
      .execute()
}

export type UnitPart = {
  unitId: number
  code: string
  name: string
  points: string
  max: string
  indexPercent: string | null
  rank: number | null
  class: string | null
  complete: boolean
  adjusted: string
  areas: Result['areas']
}
export type WholePart = UnitPart & { criteria: Result['criteria'] }

const parts = (db: Db, resultId: number) =>
  db
    .selectFrom('result_units')
    .select(['unit_id as unitId', 'unit_code as code', 'unit_name as name', 'points', 'max', 'rank', 'class'])
    .select(['index_percent as indexPercent', 'complete', 'adjusted', 'areas'])
    .where('result_id', '=', resultId)

/** Whoever has no rank comes last. */
const PLACE = sql<number>`coalesce(rank, 2147483647)`

/**
 * In the order of ranks.
 *
 * @param after the place and the code of the last one of the page before
 * @param skip how many are left out, for pages that are numbered
 */
export async function listParts(
  db: Db,
  resultId: number,
  { after, skip = 0, limit }: { after: { place: number; code: string } | null; skip?: number; limit: number },
): Promise<UnitPart[]> {
  let query = parts(db, resultId)
  if (after) query = query.where(sql<boolean>`(${PLACE}, unit_code) > (${after.place}::int, ${after.code})`)
  const rows = await query.orderBy(PLACE).orderBy('unit_code').offset(skip).limit(limit).execute()
  return rows as unknown as UnitPart[]
}

export async function findPart(db: Db, resultId: number, code: string): Promise<WholePart | undefined> {
  const row = await parts(db, resultId)
    .select('criteria')
    .where('unit_code', '=', code)
    .limit(1)
    .executeTakeFirst()
  return row as unknown as WholePart | undefined
}

/** These units' parts, by unit; those that took no part are not there. */
export async function loadParts(
  db: Db,
  resultId: number,
  unitIds: readonly number[],
): Promise<Map<number, WholePart>> {
  const rows = await parts(db, resultId)
    .select('criteria')
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::int[])`)
    .execute()
  return new Map((rows as unknown as WholePart[]).map((row) => [row.unitId, row]))
}

/** The units whose points, index, rank or class differ between two results, by their place in the later one. */
export async function listChangedUnits(db: Db, from: number, to: number): Promise<number[]> {
  const { rows } = await sql<{ unitId: number }>`
    select a.unit_id as "unitId"
      from result_units a left join result_units b on b.result_id = ${from} and b.unit_id = a.unit_id
     where a.result_id = ${to}
       and (a.points, a.index_percent, a.rank, a.class) is distinct from (b.points, b.index_percent, b.rank, b.class)
     order by coalesce(a.rank, 2147483647), a.unit_code`.execute(db)
  return rows.map(({ unitId }) => unitId)
}

export type KeptResult = { ordinal: number; text: string; version: number; scoredTo: number }
/** The bytes of every result of a round, with what they were made from. */
export async function listKept(db: Db, roundId: number): Promise<KeptResult[]> {
  const rows = await db
    .selectFrom('results')
    .innerJoin('assessments', 'assessments.id', 'results.assessment_id')
    .select(['ordinal', 'result as text', 'version', 'scored_to as scoredTo'])
    .where('round_id', '=', roundId)
    .orderBy('ordinal')
    .execute()
  return rows
}
