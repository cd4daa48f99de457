// Versions of schemes as they are read by people, and what stands on a scheme.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { RoundState, Scheme } from '../schema.ts'

export type VersionRow = {
  code: string
  version: number
  name: string
  validFrom: Day
  /** 'infinity': open. */
  validTo: Day
  basis: string
  sha256: string
  createdBy: string
  createdAt: Date
}

const COLUMNS = [
  'code',
  'version',
  'name',
  'valid_from as validFrom',
  'valid_to as validTo',
  'basis',
  'sha256',
  'created_by as createdBy',
  'created_at as createdAt',
] as const

/** All versions of these schemes, newest first. */
export const listVersions = (db: Db, codes: readonly string[]): Promise<VersionRow[]> =>
  db
    .selectFrom('schemes')
    .select(COLUMNS)
    .where('code', 'in', codes.length > 0 ? [...codes] : [''])
    .orderBy('code')
    .orderBy('version', 'desc')
    .execute()

/** Newest version of each scheme, by code. */
export async function listNewest(
  db: Db,
  { after, limit }: { after: string; limit: number },
): Promise<{ code: string; definition: Scheme }[]> {
  const rows = await db
    .selectFrom('schemes')
    .select(['code', 'definition'])
    .distinctOn('code')
    .where('code', '>', after)
    .orderBy('code')
    .orderBy('version', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ code, definition }) => ({ code, definition: JSON.parse(definition) as Scheme }))
}

/** One version, the newest when none is named. */
export async function findScheme(
  db: Db,
  code: string,
  version: number | undefined,
): Promise<(VersionRow & { definition: Scheme }) | undefined> {
  const newest = db
    .selectFrom('schemes')
    .select([...COLUMNS, 'definition'])
    .where('code', '=', code)
  const row = await (version === undefined ? newest : newest.where('version', '=', version))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, definition: JSON.parse(row.definition) as Scheme }
}

/** Periods and states of the rounds of a scheme. */
export async function listRoundsOf(db: Db, code: string): Promise<{ period: string; state: RoundState }[]> {
  const rows = await db
    .selectFrom('rounds')
    .select(['period', 'state'])
    .distinct()
    .where('scheme', '=', code)
    .orderBy('period')
    .execute()
  return rows.map(({ period, state }) => ({ period, state: state as RoundState }))
}

/** Periods of which anything is said by a scheme; each is one step through the index, however many scores it has. */
export async function listScoredPeriods(db: Db, code: string): Promise<string[]> {
  const next = sql`select min(s.period) from scores s where s.scheme = ${code} and s.is_current`
  const { rows } = await sql<{ period: string }>`
    with recursive p (period) as (
      (${next}) union all select (${next} and s.period > p.period) from p where p.period is not null)
    select period from p where period is not null order by period desc`.execute(db)
  return rows.map(({ period }) => period)
}
