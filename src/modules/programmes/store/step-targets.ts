import type { Db } from '#platform/db/db.ts'

/** Targets in force of one unit and indicator in several periods, by period code. */
export async function listStepTargets(
  db: Db,
  { indicator, unitId, periods }: { indicator: string; unitId: number; periods: readonly string[] },
): Promise<Map<string, string>> {
  if (periods.length === 0) return new Map()
  const rows = await db
    .selectFrom('targets as t')
    .innerJoin('indicator_codes as i', 'i.id', 't.indicator_id')
    .innerJoin('period_codes as p', 'p.id', 't.period_id')
    .select(['p.code', 't.value'])
    .where('i.code', '=', indicator)
    .where('t.unit_id', '=', unitId)
    .where('p.code', 'in', periods)
    .execute()
  return new Map(rows.flatMap(({ code, value }) => (code && value ? [[code, value] as const] : [])))
}
