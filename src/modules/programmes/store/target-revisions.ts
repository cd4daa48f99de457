import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'
import type { TargetKind } from '../schema.ts'

/** One setting of a target; `value` is null where it was withdrawn, `kind` where nobody noted it. */
export type TargetRevision = {
  revision: number
  value: string | null
  kind: TargetKind | null
  reason: string | null
  actor: string
  at: Date
}

type TargetName = { indicator: string; unitId: number; period: string }

/** Every setting of one target, newest first. */
export async function listTargetRevisions(db: Db, name: TargetName): Promise<TargetRevision[]> {
  const { rows } = await sql<TargetRevision>`
    select r.revision, r.value, r.kind, r.reason, r.actor, r.at
      from targets t
      join indicator_codes i on i.id = t.indicator_id
      join period_codes p on p.id = t.period_id
      join target_revisions r on r.target_id = t.id
     where i.code = ${name.indicator} and p.code = ${name.period} and t.unit_id = ${name.unitId}
     order by r.revision desc`.execute(db)
  return rows
}

/** How often each unit's target was set; units whose target never was are left out. */
export async function countRevisions(
  db: Db,
  { indicator, period, unitIds }: { indicator: string; period: string; unitIds: readonly number[] },
): Promise<Map<number, number>> {
  const { rows } = await sql<{ unit_id: number; count: number }>`
    select t.unit_id, count(*)::int as count
      from targets t
      join indicator_codes i on i.id = t.indicator_id
      join period_codes p on p.id = t.period_id
      join target_revisions r on r.target_id = t.id
     where i.code = ${indicator} and p.code = ${period} and t.unit_id = any(${unitIds}::int[])
     group by t.unit_id`.execute(db)
  return new Map(rows.map((row) => [row.unit_id, row.count]))
}
