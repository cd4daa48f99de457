import { sql } from 'kysely'
import { parsePeriod } from '#kernel/period.ts'
import type { RecordLookup } from '#modules/organisation/index.ts'

/**
 * What organisation asks before it ends a unit: rounds that it keeps, or takes part in, for a period whose last day
 * comes then or later. A round is scored in the borders of that day.
 */
export const roundRecords: RecordLookup = async (tx, endings) => {
  const fromOf = new Map(endings.map(({ unitId, from }) => [unitId, from]))
  const { rows } = await sql<{ unitId: number; name: string; period: string }>`
    select s.unit_id as "unitId", r.name, r.period
      from round_subjects s join rounds r on r.id = s.round_id where s.unit_id = any(${[...fromOf.keys()]}::int[])
    union
    select keeper_id, name, period from rounds where keeper_id = any(${[...fromOf.keys()]}::int[])
     order by 1, 3, 2`.execute(tx)
  return rows.flatMap(({ unitId, name, period }) => {
    const from = fromOf.get(unitId)!
    const isHeld = from === '-infinity' || parsePeriod(period)!.endsOn >= from
    return isHeld ? [{ unitId, kind: 'round', label: name }] : []
  })
}
