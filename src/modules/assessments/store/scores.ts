import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Claim, Stage } from '../schema.ts'

/** What somebody said of one criterion of one unit. `input` is JSON with its numbers as text. */
export type Said = {
  scheme: string
  period: string
  unitId: number
  criterion: string
  stage: Stage
  input: string
  reason: string
}
export type SaidState = 'new' | 'changed' | 'same'

const table = (rows: readonly Said[]) => sql`
  unnest(${rows.map((r) => r.scheme)}::text[], ${rows.map((r) => r.period)}::text[],
         ${rows.map((r) => r.unitId)}::int[], ${rows.map((r) => r.criterion)}::text[],
         ${rows.map((r) => r.stage)}::text[], ${rows.map((r) => r.input)}::text[],
         ${rows.map((r) => r.reason)}::text[]) with ordinality
    g (scheme, period, unit_id, criterion, stage, input, reason, n)`

const SAME_CELL = sql`s.is_current and s.scheme = g.scheme and s.period = g.period and s.unit_id = g.unit_id
                      and s.criterion = g.criterion and s.stage = g.stage`

/** How rows stand to what is known, in the order given. */
export async function compareSaid(db: Db, rows: readonly Said[]): Promise<SaidState[]> {
  if (rows.length === 0) return []
  const { rows: states } = await sql<{ state: SaidState }>`
    select case when s.id is null then 'new'
                when s.input = g.input and s.reason = g.reason then 'same' else 'changed' end as state
      from ${table(rows)} left join scores s on ${SAME_CELL}
     order by g.n`.execute(db)
  return states.map(({ state }) => state)
}

/** All that is said of a unit. */
export type ClaimsOfUnit = { unitId: number; claims: Claim[] }

// Read as one text for each unit: arrays of a million members take longer to read than to score. Codes and JSON hold
// no control characters.
const [FIELD, CLAIM] = ['\u001f', '\u001e']
const TEXT = sql<string>`string_agg(criterion || ${FIELD} || stage || ${FIELD} || input, ${CLAIM})`
type Row = { unitId: number; text: string }

const read = ({ unitId, text }: Row): ClaimsOfUnit => ({
  unitId,
  claims: text.split(CLAIM).map((claim) => {
    const [criterion, stage, input] = claim.split(FIELD) as [string, Stage, string]
    return { criterion, stage, input }
  }),
})

/** What is said of a period now. */
export async function loadClaims(db: Db, scheme: string, period: string): Promise<ClaimsOfUnit[]> {
  const { rows } = await sql<Row>`
    select unit_id as "unitId", ${TEXT} as text
      from scores where scheme = ${scheme} and period = ${period} and is_current
     group by unit_id order by unit_id`.execute(db)
  return rows.map(read)
}

/** What is said of these units now; a unit of which nothing is said is not there. */
export async function loadClaimsOf(
  db: Db,
  { scheme, period }: { scheme: string; period: string },
  unitIds: readonly number[],
): Promise<Map<number, Claim[]>> {
  const { rows } = await sql<Row>`
    select unit_id as "unitId", ${TEXT} as text
      from scores
     where scheme = ${scheme} and period = ${period} and unit_id = any(${[...unitIds]}::int[]) and is_current
     group by unit_id`.execute(db)
  return new Map(rows.map(read).map(({ unitId, claims }) => [unitId, claims]))
}

/** What was said until a score, as it was then. */
export async function loadClaimsUpTo(
  db: Db,
  scheme: string,
  period: string,
  scoredTo: number,
): Promise<ClaimsOfUnit[]> {
  const { rows } = await sql<Row>`
    select unit_id as "unitId", ${TEXT} as text
      from (select distinct on (unit_id, criterion, stage) id, unit_id, criterion, stage, input
              from scores where scheme = ${scheme} and period = ${period} and id <= ${scoredTo}
             order by unit_id, criterion, stage, id desc) s
     group by unit_id order by unit_id`.execute(db)
  return rows.map(read)
}

/** The last score of a period; 0 when there is none. */
export async function lastScore(db: Db, scheme: string, period: string): Promise<number> {
  const row = await db
    .selectFrom('scores')
    .select(({ fn }) => fn.max('id').as('last'))
    .where('scheme', '=', scheme)
    .where('period', '=', period)
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** The units of which anything is said in a period. */
export async function listScored(
  db: Db,
  { scheme, period }: { scheme: string; period: string },
): Promise<number[]> {
  const rows = await db
    .selectFrom('scores')
    .select('unit_id')
    .distinct()
    .where('scheme', '=', scheme)
    .where('period', '=', period)
    .where('is_current', '=', true)
    .orderBy('unit_id')
    .execute()
  return rows.map((row) => row.unit_id)
}
