// The board of one directive. The HTTP operation, the command and the files all read this.

import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Coverage, CoverageRow } from '../api/coverage.ts'
import {
  type CoverageFilter,
  type CoverageTotals,
  coverUnits,
  keepRows,
  totalCoverage,
  type UnitCoverage,
} from '../rules/coverage.ts'
import { listCounted } from '../store/coverage.ts'
import { type DirectiveRow, findById } from '../store/directives.ts'
import { CoverageProblem } from './problems.ts'
import { common, unitAsked, unitsBelow } from './reach.ts'

export type CoverageAsked = CoverageFilter & {
  directiveId: number
  on: Day
  /** Code of a unit: it and those below it. */
  unit?: string | undefined
  /** Ids of the units whose rows may be seen; null: all. */
  reached: readonly number[] | null
}
export type ReadCoverage = {
  directive: DirectiveRow
  on: Day
  /** Those that the filter keeps, by unit code. */
  rows: UnitCoverage[]
  /** Of all rows, before the filter. */
  totals: CoverageTotals
}

/** @throws coverage.directiveNotFound, coverage.unitNotFound */
export async function readCoverage(db: Db, asked: CoverageAsked): Promise<ReadCoverage> {
  const { directiveId, on, unit, reached, ...filter } = asked
  const directive = await findById(db, directiveId)
  if (!directive) throw CoverageProblem.directiveNotFound({ id: String(directiveId) })
  const below = unit === undefined ? null : await unitsBelow(db, await unitAsked(db, unit, on), on)
  const all = coverUnits(await listCounted(db, directiveId, common(below, reached)), on)
  return { directive, on, rows: keepRows(all, filter), totals: totalCoverage(all) }
}

/** @param page the rows after that unit, as many; without it all of them. */
export function tellCoverage(
  { directive, on, rows, totals }: ReadCoverage,
  page: { after?: string | undefined; limit: number } = { limit: rows.length },
): Coverage {
  const from = page.after === undefined ? 0 : rows.findIndex((row) => row.unitId === Number(page.after)) + 1
  const shown = rows.slice(from, from + page.limit)
  return {
    directive: directive.number,
    id: String(directive.id),
    issuedOn: directive.issuedOn,
    issuer: directive.issuer,
    excerpt: directive.excerpt,
    on,
    units: shown.map(tellRow),
    totals,
    nextCursor: from + shown.length < rows.length ? String(shown.at(-1)!.unitId) : null,
  }
}

const tellRow = (row: UnitCoverage): CoverageRow => ({
  ...row,
  unitId: String(row.unitId),
  occurrenceId: String(row.occurrenceId),
})
