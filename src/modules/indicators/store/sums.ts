// Sums of the tree: folded ones where nothing is pending, and sums of the values themselves where something is.

import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { ValueState } from '../schema.ts'

export type Sum = {
  indicator_id: number
  period_id: number
  unit_id: number
  total: string | null
  reported: number
  outside: number
  estimate: number
  preliminary: number
}

const FOLD_LOCK = 7_404_127
/** Pairs of indicator and period folded in one transaction: keeps the lock short and the memory flat. */
const FOLD_AT_ONCE = 200

/** One side's columns, for `approved` and `submitted` alike. */
const sums = (side: ValueState) => {
  const [value, quality] = [sql.ref(`v.${side}`), sql.ref(`v.${side}_quality`)]
  return sql`sum(${value}), count(${value})::int, (count(${value}) filter (where v.outside))::int,
    (count(${value}) filter (where ${quality} = 0))::int, (count(${value}) filter (where ${quality} = 1))::int`
}

/**
 * Every unit's sums, from the values: each value counts at its unit and at all above it, in the tree of the period's
 * last day (of the unit's own last day, when it ended sooner). `outside` marks reports of units that have units below.
 */
const computed = (values: RawBuilder<unknown>, holders: RawBuilder<unknown> = sql`true`) => sql`
  select v.indicator_id, v.period_id, h.ancestor_id as unit_id, v.breakdown_id, ${sums('approved')}, ${sums('submitted')}
    from (select v.*, least(p.ends_on, l.ends_on) as on_day, exists (
                   select 1 from unit_holders c
                    where c.ancestor_id = v.unit_id and c.depth = 1 and c.hierarchy = 'state'
                      and least(p.ends_on, l.ends_on) between c.valid_from and c.valid_to) as outside
            from indicator_values v
            join periods p on p.id = v.period_id
            join unit_lives l on l.unit_id = v.unit_id
           where ${values}) v
    join unit_holders h on h.unit_id = v.unit_id and h.hierarchy = 'state' and v.on_day between h.valid_from and h.valid_to
   where ${holders}
   group by v.indicator_id, v.period_id, h.ancestor_id, v.breakdown_id`

const COLUMNS = sql.raw(
  `indicator_id, period_id, unit_id, breakdown_id, ${['approved', 'submitted']
    .map((s) =>
      ['total', 'reported', 'outside', 'estimate', 'preliminary'].map((c) => `${s}_${c}`).join(', '),
    )
    .join(', ')}`,
)

type Pair = { indicator_id: number; period_id: number }

/** Rows of exactly these pairs; the two lists beside them let the planner go by the index. */
const ofPairs = (pairs: readonly Pair[], table = sql``) => {
  const [indicators, periods] = [pairs.map((p) => p.indicator_id), pairs.map((p) => p.period_id)]
  const distinct = (ids: readonly number[]) => sql`any(${[...new Set(ids)]}::int[])`
  return sql`${table}indicator_id = ${distinct(indicators)} and ${table}period_id = ${distinct(periods)}
    and (${table}indicator_id, ${table}period_id) in (select * from unnest(${indicators}::int[], ${periods}::int[]))`
}

/** Sums of the undivided values at the given units; pairs without any value are absent. */
export async function readSums(
  db: Db,
  of: readonly Pair[],
  unitIds: readonly number[],
  state: ValueState,
): Promise<Sum[]> {
  if (of.length === 0 || unitIds.length === 0) return []
  const asked = new Set(of.map((p) => `${p.indicator_id}:${p.period_id}`))
  const pending = (await listPendingPairs(db, of)).filter((p) =>
    asked.has(`${p.indicator_id}:${p.period_id}`),
  )
  const isPending = new Set(pending.map((p) => `${p.indicator_id}:${p.period_id}`))
  const settled = of.filter((p) => !isPending.has(`${p.indicator_id}:${p.period_id}`))
  const column = (name: string) => sql.ref(`${state}_${name}`)
  const shape = sql`indicator_id, period_id, unit_id, ${column('total')} as total, ${column('reported')} as reported,
    ${column('outside')} as outside, ${column('estimate')} as estimate, ${column('preliminary')} as preliminary`

  const folded = await sql<Sum>`
    select ${shape} from rollups
     where ${ofPairs(settled)} and unit_id = any(${unitIds}::int[])
       and breakdown_id = 0 and ${column('reported')} > 0`.execute(db)
  if (pending.length === 0) return folded.rows
  const fresh = await sql<Sum>`
    select ${shape} from (${computed(
      sql`${ofPairs(pending, sql`v.`)} and v.breakdown_id = 0`,
      sql`h.ancestor_id = any(${unitIds}::int[])`,
    )}) as c (${COLUMNS}) where ${column('reported')} > 0`.execute(db)
  return [...folded.rows, ...fresh.rows]
}

/** Pairs of these indicators and periods that wait for the fold. */
async function listPendingPairs(db: Db, of: readonly Pair[]) {
  const { rows } = await sql<Pair>`
    select distinct i as indicator_id, period_id from rollup_pending, unnest(indicator_ids) i
     where i = any(${[...new Set(of.map((p) => p.indicator_id))]}::int[])
       and period_id = any(${[...new Set(of.map((p) => p.period_id))]}::int[])`.execute(db)
  return rows
}

/** Leaves a marker: readings of these indicators and this period sum the values until the fold has caught up. */
export async function markPending(tx: Tx, periodId: number, indicatorIds: readonly number[]): Promise<void> {
  await sql`insert into rollup_pending (period_id, indicator_ids) values (${periodId}, ${indicatorIds}::int[])`.execute(
    tx,
  )
}

/** Marks every sum there is: the tree has changed, and with it what any sum may hold. */
export async function markAllPending(tx: Tx): Promise<void> {
  await sql`
    insert into rollup_pending (period_id, indicator_ids)
    select period_id, array_agg(distinct indicator_id) from rollups group by period_id`.execute(tx)
}

/**
 * Folds pending pairs into the stored sums, a bounded number at once. One process folds at a time; the others pass by.
 * @returns how many pairs were folded; 0 when nothing is pending or somebody else is at it.
 */
export async function foldSome(tx: Tx): Promise<number> {
  const { rows: lock } = await sql<{
    mine: boolean
  }>`select pg_try_advisory_xact_lock(${FOLD_LOCK}) as mine`.execute(tx)
  if (!lock[0]?.mine) return 0
  // Only markers that were seen are removed: one that commits meanwhile stays, and its pair is folded again.
  const { rows: seen } = await sql<{ id: number; period_id: number; indicator_ids: number[] }>`
    select id, period_id, indicator_ids from rollup_pending order by id limit 5000`.execute(tx)
  const all = seen.flatMap((m) =>
    m.indicator_ids.map((indicator_id) => ({ indicator_id, period_id: m.period_id })),
  )
  const unique = [...new Map(all.map((p) => [`${p.indicator_id}:${p.period_id}`, p])).values()]
  for (let from = 0; from < unique.length; from += FOLD_AT_ONCE) {
    const some = unique.slice(from, from + FOLD_AT_ONCE)
    await sql`delete from rollups where ${ofPairs(some)}`.execute(tx)
    await sql`
      insert into rollups (${COLUMNS})
      ${computed(ofPairs(some, sql`v.`))}`.execute(tx)
  }
  await sql`delete from rollup_pending where id = any(${seen.map((m) => m.id)}::bigint[])`.execute(tx)
  return unique.length
}

export type SumDifference = {
  indicator: string
  period: string
  unit: string
  breakdown: string
  kept: string | null
  recomputed: string | null
}

/** Compares the stored sums of one indicator with sums of its values; pending pairs are not stored yet and not compared. */
export async function compareSums(
  db: Db,
  indicatorId: number,
): Promise<{ checked: number; differences: SumDifference[] }> {
  const settled = sql`indicator_id = ${indicatorId} and not exists (
    select 1 from rollup_pending m where m.period_id = v.period_id and ${indicatorId} = any(m.indicator_ids))`
  const same = sql.raw(
    ['approved', 'submitted']
      .flatMap((s) =>
        ['total', 'reported', 'outside', 'estimate', 'preliminary'].map(
          (c) => `k.${s}_${c} is not distinct from n.${s}_${c}`,
        ),
      )
      .join(' and '),
  )
  const { rows } = await sql<SumDifference & { same: boolean }>`
    with k as (select * from rollups v where ${settled}),
         n as (select * from (${computed(sql`v.${settled}`)}) as c (${COLUMNS}))
    select i.code as indicator, p.code as period, b.key as breakdown, (select last_code from unit_lives l where l.unit_id = coalesce(k.unit_id, n.unit_id)) as unit,
           k.approved_total::text as kept, n.approved_total::text as recomputed, (${same}) as same
      from k full join n on (k.indicator_id, k.period_id, k.unit_id, k.breakdown_id) = (n.indicator_id, n.period_id, n.unit_id, n.breakdown_id)
      join indicators i on i.id = ${indicatorId}
      join periods p on p.id = coalesce(k.period_id, n.period_id)
      join breakdowns b on b.id = coalesce(k.breakdown_id, n.breakdown_id)`.execute(db)
  const differences = rows.filter((row) => !row.same).map(({ same: _, ...difference }) => difference)
  return { checked: rows.length, differences: differences.slice(0, 100) }
}
