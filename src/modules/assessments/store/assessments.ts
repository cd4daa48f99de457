import type { Db, Tx } from '#platform/db/db.ts'

/** `sha256` is of all of the result before its own member. */
export type KeptAssessment = { id: number; sha256: string; scoredTo: number; assessedAt: Date }

/** `group` is '' for every unit that was scored. */
type About = { schemeId: number; period: string; group: string }

/** The newest result of a version for a period and group; undefined: never assessed. */
export async function findAssessment(
  db: Db,
  { schemeId, period, group }: About,
): Promise<KeptAssessment | undefined> {
  const row = await db
    .selectFrom('assessments')
    .select(['id', 'sha256', 'scored_to', 'assessed_at'])
    .where('scheme_id', '=', schemeId)
    .where('period', '=', period)
    .where('group_name', '=', group)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, sha256: row.sha256, scoredTo: row.scored_to, assessedAt: row.assessed_at }
}

/** The bytes that are kept. */
export async function readResult(db: Db, { schemeId, period, group }: About): Promise<string | undefined> {
  const row = await db
    .selectFrom('assessments')
    .select('result')
    .where('scheme_id', '=', schemeId)
    .where('period', '=', period)
    .where('group_name', '=', group)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.result
}

/** @returns its id */
export async function writeAssessment(
  tx: Tx,
  about: About,
  kept: { result: string; sha256: string; scoredTo: number; by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('assessments')
    .values({
      scheme_id: about.schemeId,
      period: about.period,
      group_name: about.group,
      scored_to: kept.scoredTo,
      result: kept.result,
      sha256: kept.sha256,
      assessed_by: kept.by,
      assessed_at: kept.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
