import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Said } from './said-reading.ts'

/** A cell in the order of the queue: the criterion's place in the area, then the unit's code. */
export type QueuePlace = { place: number; criterion: string; unitId: number; code: string; name: string }
type Asked = {
  round: Said & { id: number }
  /** Criteria in the order of the scheme, without surveys. */
  criteria: readonly string[]
  /** Only these units; null: all that sent their scores. */
  unitIds: readonly number[] | null
  after: { place: number; code: string } | null
  limit: number
}

/** What was sent and nobody verified. */
export const listUnverified = (db: Db, asked: Asked): Promise<QueuePlace[]> =>
  listPlaces(db, asked, sql`${scoreAt(asked.round, 'verified')} is null`)

/** What was explained and not looked at again. */
export const listUnreviewed = (db: Db, asked: Asked): Promise<QueuePlace[]> =>
  listPlaces(
    db,
    asked,
    sql`${scoreAt(asked.round, 'explained')} is not null and ${scoreAt(asked.round, 're-verified')} is null`,
  )

// One look into the index for each cell. As `exists` it would be joined, and without statistics (a large file has just
// been brought in) the whole period would be read for each unit.
const scoreAt = ({ scheme, period }: Said, stage: string) => sql`(
  select s.id from scores s where s.is_current and s.scheme = ${scheme} and s.period = ${period}
     and s.unit_id = r.unit_id and s.criterion = c.criterion and s.stage = ${stage})`

/** Criterion by criterion, so that each stops as soon as there is enough: a page never costs the whole area. */
async function listPlaces(
  db: Db,
  { round, criteria, unitIds, after, limit }: Asked,
  waits: ReturnType<typeof sql>,
): Promise<QueuePlace[]> {
  const only = unitIds ? sql`and r.unit_id = any(${[...unitIds]}::int[])` : sql``
  const from = after ?? { place: 0, code: '' }
  const { rows } = await sql<QueuePlace>`
    select c.place::int as place, c.criterion, w.*
      from unnest(${[...criteria]}::text[]) with ordinality c (criterion, place)
     cross join lateral (
       select r.unit_id as "unitId", r.unit_code as code, r.unit_name as name
         from round_subjects r
        where r.round_id = ${round.id} and r.sent_at is not null ${only}
          and (c.place > ${from.place}::int or r.unit_code > ${from.code}) and ${waits}
        order by r.unit_code limit ${limit}) w
     where c.place >= ${from.place}::int
     order by 1, w.code limit ${limit}`.execute(db)
  return rows
}
