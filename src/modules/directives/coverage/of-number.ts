// The board of the directive with a number, for the command line: everything is reached there.

import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Coverage } from '../api/coverage.ts'
import { findDirectives } from '../register/find-directives.ts'
import { CoverageProblem } from './problems.ts'
import { readCoverage, tellCoverage } from './read-coverage.ts'

export type NumberAsked = {
  /** However it is typed. */
  number: string
  /** Its day of issue, which tells two of one number apart. */
  date?: Day | undefined
  on: Day
  unit?: string | undefined
}

/**
 * All rows of one directive.
 *
 * @throws coverage.numberNotFound; coverage.severalDirectives with the days of issue and the issuers; as `readCoverage`.
 */
export async function coverageOfNumber(db: Db, { number, date, on, unit }: NumberAsked): Promise<Coverage> {
  const [found, ...others] = await findDirectives(db, { number, date })
  if (!found) throw CoverageProblem.numberNotFound({ number })
  if (others.length > 0) {
    const told = [found, ...others].map(({ id, issuedOn, issuer }) => `${issuedOn} (${issuer}, id ${id})`)
    throw CoverageProblem.severalDirectives({ number, found: told.join('; ') })
  }
  return tellCoverage(await readCoverage(db, { directiveId: found.id, on, unit, reached: null }))
}
