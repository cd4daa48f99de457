import type { Db } from '#platform/db/db.ts'
import type { Check } from '#platform/verify.ts'
import { loadIndicators } from './store/definitions.ts'
import { compareCells } from './store/projection.ts'
import { countReports } from './store/report-history.ts'
import { compareSums } from './store/sums.ts'

/** Reports compared in one statement: keeps memory flat over millions. */
const AT_ONCE = 5_000

/** Sums of the tree against sums of the values. */
const rollups: Check = {
  name: 'rollups',
  async run(db: Db) {
    const all = { checked: 0, differences: [] as object[] }
    for (const indicator of (await loadIndicators(db)).values()) {
      const { checked, differences } = await compareSums(db, indicator.id)
      all.checked += checked
      all.differences.push(...differences)
    }
    return all
  },
}

/** The values behind every figure against the report versions in force; each differing cell is named. */
const reports: Check = {
  name: 'reports',
  async run(db: Db) {
    const { count, last } = await countReports(db)
    const differences: object[] = []
    for (let from = 0; from < last; from += AT_ONCE)
      differences.push(...(await compareCells(db, from, from + AT_ONCE)))
    return { checked: count, differences }
  },
}

export const indicatorChecks: readonly Check[] = [rollups, reports]
