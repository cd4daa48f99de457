// What published results come to: means, counts, and a unit's over the years.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { RoundRow } from './rounds.ts'

/** By result: how many take part, have an index, have a rank. */
export async function countParts(
  db: Db,
  resultIds: readonly number[],
): Promise<Map<number, { subjects: number; complete: number; ranked: number }>> {
  const { rows } = await sql<{ id: number; subjects: number; complete: number; ranked: number }>`
    select result_id as id, count(*)::int as subjects, count(index_percent)::int as complete, count(rank)::int as ranked
      from result_units where result_id = any(${[...resultIds]}::int[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export type Means = {
  indexPercent: string | null
  /** By area: points as percent of the maximum. */
  areas: Map<string, string | null>
  classes: Map<string, number>
}
/** Two places, half up. */
export async function readMeans(db: Db, resultId: number): Promise<Means> {
  const { rows: whole } = await sql<{ mean: string | null }>`
    select round(avg(index_percent::numeric), 2)::text as mean from result_units where result_id = ${resultId}`.execute(
    db,
  )
  const { rows: areas } = await sql<{ code: string; mean: string | null }>`
    select a->>'code' as code,
           round(avg((a->>'points')::numeric / nullif((a->>'max')::numeric, 0) * 100), 2)::text as mean
      from result_units, jsonb_array_elements(areas) a where result_id = ${resultId} group by 1`.execute(db)
  const { rows: classes } = await sql<{ label: string; count: number }>`
    select class as label, count(*)::int as count from result_units
     where result_id = ${resultId} and class is not null group by 1`.execute(db)
  return {
    indexPercent: whole[0]?.mean ?? null,
    areas: new Map(areas.map(({ code, mean }) => [code, mean])),
    classes: new Map(classes.map(({ label, count }) => [label, count])),
  }
}

export type PublishedQuery = { scheme?: string | undefined; period?: string | undefined }
/** Ids of published rounds, the latest period first. A few for each year and scheme. */
export async function listPublished(db: Db, { scheme, period }: PublishedQuery): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from rounds
     where state = 'published' and (${scheme ?? null}::text is null or scheme = ${scheme ?? null})
       and (${period ?? null}::text is null or period = ${period ?? null})
     order by period desc, published_on desc, id desc limit 500`.execute(db)
  return rows.map(({ id }) => id)
}

/** The published round of a scheme and period in which any of these units takes part; the keeper's own first. */
export async function findPublishedWith(
  db: Db,
  { scheme, keeperId }: Pick<RoundRow, 'scheme' | 'keeperId'>,
  period: string,
  roundId: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    select r.id from rounds r
     where r.scheme = ${scheme} and r.period = ${period} and r.state = 'published'
       and exists (select from round_subjects s join round_subjects o on o.unit_id = s.unit_id
                    where s.round_id = r.id and o.round_id = ${roundId})
     order by r.keeper_id = ${keeperId} desc, r.id desc limit 1`.execute(db)
  return rows[0]?.id
}

export type RankOfUnit = { unitId: number; period: string; rank: number | null; indexPercent: string | null }
/** Of every published round of a scheme its last result. */
export async function listRanks(db: Db, scheme: string): Promise<RankOfUnit[]> {
  const { rows } = await sql<RankOfUnit>`
    select u.unit_id as "unitId", r.period, u.rank, u.index_percent as "indexPercent"
      from rounds r
      join lateral (select id from results where round_id = r.id order by ordinal desc limit 1) last on true
      join result_units u on u.result_id = last.id
     where r.scheme = ${scheme} and r.state = 'published'`.execute(db)
  return rows
}

export type UnitYear = {
  roundId: number
  resultId: number
  code: string
  name: string
  points: string
  indexPercent: string | null
  rank: number | null
  class: string | null
}
/** A unit's part in the last result of each published round, the latest period first. */
export async function listYears(db: Db, unitId: number): Promise<UnitYear[]> {
  const { rows } = await sql<UnitYear>`
    select r.id as "roundId", u.result_id as "resultId", u.unit_code as code, u.unit_name as name, u.points,
           u.index_percent as "indexPercent", u.rank, u.class
      from result_units u
      join results x on x.id = u.result_id
      join rounds r on r.id = x.round_id
     where u.unit_id = ${unitId}
       and not exists (select from results y where y.round_id = x.round_id and y.ordinal > x.ordinal)
     order by r.period desc, r.id desc limit 200`.execute(db)
  return rows
}
