// Rank and index of each unit, as they were published, are source indicators: `assessments.rank.PAR` for the scheme PAR.

import { type SourceRecords, type SourceValue, syncSource } from '#modules/indicators/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { listRanks } from '../store/result-sums.ts'

const RANK = 'assessments.rank.'
const INDEX = 'assessments.index.'
/** With the scheme's code behind it. */
export const RESULT_SOURCES = [RANK, INDEX]

/** Brings the indicators of a scheme up to its published results, in the transaction that published one. */
export async function syncRanks(tx: Tx, scheme: string): Promise<void> {
  const ranks = await listRanks(tx, scheme)
  const values = (tell: (one: (typeof ranks)[number]) => string | null): SourceValue[] =>
    ranks.flatMap((one) => {
      const value = tell(one)
      return value === null ? [] : [{ unitId: one.unitId, period: one.period, value }]
    })
  await syncSource(
    tx,
    RANK + scheme,
    values(({ rank }) => (rank === null ? null : String(rank))),
  )
  await syncSource(
    tx,
    INDEX + scheme,
    values(({ indexPercent }) => indexPercent),
  )
}

/** One result stands behind each value. */
export const resultRecords: SourceRecords = {
  kind: 'result',
  count: async (_, places) => places.map((place) => ({ ...place, count: 1 })),
}
