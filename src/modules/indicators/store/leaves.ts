import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { Leaf } from '../rules/over-time.ts'
import type { ValueState } from '../schema.ts'
import type { StoredPeriod } from './definitions.ts'

/** Whose values: all units', the given ones', or those of all that stood under some units between two days. */
export type Scope =
  | 'all'
  | { units: readonly number[] }
  | { under: readonly number[]; startsOn: string; endsOn: string }

const inScope = (scope: Scope) => {
  if (scope === 'all') return sql``
  if ('units' in scope) return sql`and unit_id = any(${scope.units}::int[])`
  return sql`and unit_id in (
    select unit_id from unit_holders
     where hierarchy = 'state' and ancestor_id = any(${scope.under}::int[])
       and valid_from <= ${scope.endsOn}::date and valid_to >= ${scope.startsOn}::date)`
}

type Query = {
  indicatorIds: readonly number[]
  periods: readonly StoredPeriod[]
  scope: Scope
  state: ValueState
  breakdownId?: number
}

/**
 * Which of the periods hold values of which indicators, without reading the values: one index probe a pair, which the
 * limit makes sure of.
 */
export async function listHeldPeriods(db: Db, indicatorIds: readonly number[], periodIds: readonly number[]) {
  const { rows } = await sql<{ indicator_id: number; period_id: number }>`
    select i as indicator_id, p as period_id
      from unnest(${indicatorIds}::int[]) i
     cross join unnest(${periodIds}::int[]) p
     cross join lateral (select from indicator_values v where v.indicator_id = i and v.period_id = p limit 1) held`.execute(
    db,
  )
  return rows
}

/** Values as units reported them, by indicator. */
export async function readLeaves(db: Db, { indicatorIds, periods, scope, state, breakdownId = 0 }: Query) {
  const periodById = new Map(periods.map((p) => [p.id, p]))
  const value = sql.ref(state)
  const quality = sql.ref(`${state}_quality`)
  const { rows } = await sql<{ i: number; p: number; u: number; v: string; q: number }>`
    select indicator_id as i, period_id as p, unit_id as u, ${value} as v, ${quality} as q
      from indicator_values
     where indicator_id = any(${indicatorIds}::int[]) and period_id = any(${[...periodById.keys()]}::int[])
       and breakdown_id = ${breakdownId} and ${value} is not null
       ${inScope(scope)}`.execute(db)
  const byIndicator = new Map<number, Leaf[]>()
  for (const { i, p, u, v, q } of rows) {
    const leaf = { unit: u, period: periodById.get(p)!, value: v, quality: q }
    const leaves = byIndicator.get(i)
    if (leaves) leaves.push(leaf)
    else byIndicator.set(i, [leaf])
  }
  return byIndicator
}

/** Codes of all periods that hold values of an indicator, in time. */
export async function listPeriodsHeld(db: Db, indicatorIds: readonly number[]): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    select p.code from periods p
     where exists (select 1 from unnest(${indicatorIds}::int[]) i
                     join indicator_values v on v.indicator_id = i and v.period_id = p.id)
     order by p.starts_on, p.code`.execute(db)
  return rows.map((row) => row.code)
}
