// Reading what was said: of a sheet with who said it, of many subjects for their sums alone, and how much there is.

import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Stage } from '../schema.ts'

/** Scheme and period of a round: what is said belongs to these, whichever round it was said in. */
export type Said = { scheme: string; period: string }

/** One score as it was said. */
export type Fact = {
  id: number
  unitId: number
  criterion: string
  stage: Stage
  input: string
  reason: string
  note: string
  source: string | null
  by: string
  byId: number | null
  for: string | null
  at: Date
  isCurrent: boolean
}
const FACT = sql`id, unit_id as "unitId", criterion, stage, input, reason, note, source, said_by as "by",
                 said_by_id as "byId", said_for as "for", said_at as "at", is_current as "isCurrent"`

/** What counts of these units now; of these criteria alone when given. */
export async function listFacts(
  db: Db,
  { scheme, period }: Said,
  unitIds: readonly number[],
  criteria?: readonly string[],
): Promise<Fact[]> {
  if (unitIds.length === 0) return []
  const only = criteria ? sql`and criterion = any(${[...criteria]}::text[])` : sql``
  const { rows } = await sql<Fact>`
    select ${FACT} from scores
     where scheme = ${scheme} and period = ${period} and unit_id = any(${[...unitIds]}::int[]) and is_current ${only}
     order by id`.execute(db)
  return rows
}

/** Everything ever said of a criterion of a unit, the latest first. */
export async function listHistory(
  db: Db,
  { scheme, period }: Said,
  { unitId, criterion }: { unitId: number; criterion: string },
  most: number,
): Promise<Fact[]> {
  const { rows } = await sql<Fact>`
    select ${FACT} from scores
     where scheme = ${scheme} and period = ${period} and unit_id = ${unitId} and criterion = ${criterion}
     order by id desc limit ${most}`.execute(db)
  return rows
}

/** Units for which somebody said a score or an explanation: in their own name, or others in theirs. */
export async function listClaimed(
  db: Db,
  { scheme, period }: Said,
  { ids, names }: { ids: readonly number[]; names: readonly string[] },
): Promise<Set<number>> {
  const there = sql`scheme = ${scheme} and period = ${period} and stage in ('self', 'explained')`
  const { rows } = await sql<{ id: number }>`
    select unit_id as id from scores where said_by_id is not null and said_by_id = any(${[...ids]}::int[]) and ${there}
    union
    select unit_id from scores where said_for is not null and said_for = any(${[...names]}::text[]) and ${there}`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}

/** Units at which, or below which, one of the given units stands on a day: itself and all above it, in any tree. */
export async function listAttached(db: Db, unitIds: readonly number[], on: string): Promise<Set<number>> {
  if (unitIds.length === 0) return new Set()
  const { rows } = await sql<{ id: number }>`
    select distinct h.ancestor_id as id from unit_holders h join unit_lives l on l.unit_id = h.unit_id
     where h.unit_id = any(${[...unitIds]}::int[])
       and least(greatest(${on}::date, l.begins_on), l.ends_on) between h.valid_from and h.valid_to`.execute(
    db,
  )
  return new Set([...rows.map(({ id }) => id), ...unitIds])
}

export type StageCount = { criterion: string; stage: Stage; count: number }
/** How many subjects of a round have a score, by criterion and stage. */
export async function countByCriterion(db: Db, round: Said & { id: number }): Promise<StageCount[]> {
  const { rows } = await sql<StageCount>`
    select criterion, stage, count(*)::int as count
      from scores s
     where scheme = ${round.scheme} and period = ${round.period} and is_current
       and unit_id in (select unit_id from round_subjects where round_id = ${round.id})
     group by criterion, stage`.execute(db)
  return rows
}

/** Explanations that nobody has looked at again, by criterion. */
export async function countUnreviewed(db: Db, round: Said & { id: number }): Promise<Map<string, number>> {
  const { rows } = await sql<{ criterion: string; count: number }>`
    select s.criterion, count(*)::int as count
      from round_subjects r
      join scores s on s.scheme = ${round.scheme} and s.period = ${round.period} and s.unit_id = r.unit_id
           and s.stage = 'explained' and s.is_current
     where r.round_id = ${round.id} and not exists (
       select from scores a where a.is_current and a.scheme = s.scheme and a.period = s.period
          and a.unit_id = s.unit_id and a.criterion = s.criterion and a.stage = 're-verified')
     group by 1`.execute(db)
  return new Map(rows.map(({ criterion, count }) => [criterion, count]))
}

/** How many criteria of each unit have a score, by stage. Bonus and penalty are not counted. */
export async function countByUnit(
  db: Db,
  { scheme, period }: Said,
  unitIds: readonly number[],
): Promise<Map<number, Partial<Record<Stage, number>>>> {
  const { rows } = await sql<{ unitId: number; stage: Stage; count: number }>`
    select unit_id as "unitId", stage, count(*)::int as count
      from scores
     where scheme = ${scheme} and period = ${period} and unit_id = any(${[...unitIds]}::int[]) and is_current
       and criterion <> '*'
     group by 1, 2`.execute(db)
  const counts = new Map<number, Partial<Record<Stage, number>>>()
  for (const { unitId, stage, count } of rows) counts.set(unitId, { ...counts.get(unitId), [stage]: count })
  return counts
}
