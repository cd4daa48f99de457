// The council's table: every subject's sums by area and stage.

import type { Db } from '#platform/db/db.ts'
import type { TableRow } from '../api/scoring.ts'
import { judgeSheet } from '../rules/sheet.ts'
import type { SubjectRow } from '../store/round-subjects.ts'
import { loadClaimsOf } from '../store/scores.ts'
import type { Ground } from './ground.ts'

/** In the order given. The unit's own scores are left out until it has sent them, whoever reads. */
export async function tellTable(
  db: Db,
  { round, ready }: Ground,
  subjects: readonly SubjectRow[],
): Promise<TableRow[]> {
  const claims = await loadClaimsOf(
    db,
    round,
    subjects.map(({ unitId }) => unitId),
  )
  return subjects.map(({ unitId, code, name, sentAt, explainedAt }) => {
    const isHidden = sentAt === null
    const said = (claims.get(unitId) ?? []).filter(({ stage }) => !isHidden || stage !== 'self')
    const { areas, totals } = judgeSheet(ready, said, isHidden)
    return {
      code,
      name,
      sentAt: sentAt?.toISOString() ?? null,
      explainedAt: explainedAt?.toISOString() ?? null,
      areas: areas.map((area) => ({ code: area.code, sums: area.sums })),
      totals,
    }
  })
}
