import type { Db } from '#platform/db/db.ts'
import type { Check } from '#platform/verify.ts'
import { listUnsettled, measureOccurrences } from '../store/duty-steps.ts'

/** Directives compared in one statement: keeps memory flat over many. */
const AT_ONCE = 500

/** The days and states of duties against the records and statements behind them; each that differs is named. */
export const dutyCheck: Check = {
  name: 'duties',
  async run(db: Db) {
    const { count, last } = await measureOccurrences(db)
    const differences: object[] = []
    for (let from = 0; from < last && differences.length < 100; from += AT_ONCE)
      differences.push(...(await listUnsettled(db, from, from + AT_ONCE)))
    return { checked: count, differences: differences.slice(0, 100) }
  },
}
