import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Participants } from '../schema.ts'

/** A unit's sessions of one month (`202107`). `kind` null: everyone asked, of whatever kind. Attendances, not heads. */
export type StudyCount = {
  unitId: number
  period: string
  kind: Participants | null
  sessions: number
  invited: string
  attended: string
}

/** By unit and month, and again by kind; withdrawn sessions are not counted. @param places null: everywhere. */
export async function countStudied(
  db: Db,
  places: readonly { unitId: number; period: string }[] | null,
): Promise<StudyCount[]> {
  const { rows } = await sql<StudyCount>`
    select s.unit_id as "unitId", to_char(s.held_on, 'YYYYMM') as period, a.kind, count(distinct s.id)::int as sessions,
           sum(a.invited)::text as invited, sum(a.attended)::text as attended
      from study_sessions s join study_attendance a on a.session_id = s.id
     where s.withdrawn_at is null ${places === null ? sql`` : sql`and ${inPlaces(places)}`}
     group by grouping sets ((s.unit_id, to_char(s.held_on, 'YYYYMM')), (s.unit_id, to_char(s.held_on, 'YYYYMM'), a.kind))`.execute(
    db,
  )
  return rows
}

/** By the index of unit and day: a month is the days from its first to the last. */
const inPlaces = (places: readonly { unitId: number; period: string }[]): RawBuilder<unknown> => sql`
  exists (
    select from unnest(${places.map((p) => p.unitId)}::int[], ${places.map((p) => `${p.period}01`)}::date[]) g (unit_id, first_day)
     where g.unit_id = s.unit_id and s.held_on >= g.first_day and s.held_on < g.first_day + interval '1 month')
  and s.unit_id = any(${[...new Set(places.map((p) => p.unitId))]}::int[])`
