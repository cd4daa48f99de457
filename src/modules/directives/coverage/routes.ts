import { csvFile, xlsxFile } from '#platform/files/table-file.ts'
import { type Endpoint, type ReadContext, read } from '#platform/http/endpoint.ts'
import * as api from '../api/coverage.ts'
import type { Step } from '../schema.ts'
import { type HeldBy, unitAsked, unitsReached } from './reach.ts'
import { type Page, readBoard } from './read-board.ts'
import { readCoverage, tellCoverage } from './read-coverage.ts'
import { boardTable, coverageTable } from './tables.ts'

/** A file of a board has no pages. */
const WHOLE: Page = { limit: 20_000 }

type Narrowed = { on?: string | undefined; missing?: Step | undefined; late: 'true' | 'false' }
type OneAsked = Narrowed & { id: string; unit?: string | undefined }
type AllAsked = Narrowed & {
  unit: string
  from?: string | undefined
  to?: string | undefined
  by: 'units' | 'directives'
}

/** @param heldBy where somebody holds a permission: what roles may do is decided above this module. */
export function coverageEndpoints(heldBy: HeldBy): Endpoint[] {
  const narrowed = async ({ db, input, actor, today }: ReadContext<Narrowed>) => ({
    on: input.on ?? today,
    missing: input.missing,
    isLate: input.late === 'true',
    reached: await unitsReached(db, heldBy, actor, today),
  })
  const one = async (c: ReadContext<OneAsked>) =>
    readCoverage(c.db, {
      ...(await narrowed(c)),
      directiveId: Number(c.input.id),
      unit: c.input.unit,
    })
  const all = async (c: ReadContext<AllAsked>, page: Page) => {
    const { unit, from, to, by } = c.input
    return readBoard(c.db, { ...(await narrowed(c)), unit, from, to, by }, page)
  }
  return [
    read(api.getCoverage, {
      access: ofUnit,
      handle: async (c) => tellCoverage(await one(c), c.input),
    }),
    read(api.getCoverageCsv, {
      access: ofUnit,
      handle: async (c) => csvFile(coverageTable(await one(c), c.lang)),
    }),
    read(api.getCoverageXlsx, {
      access: ofUnit,
      handle: async (c) => xlsxFile(coverageTable(await one(c), c.lang)),
    }),
    read(api.getCoverageBoard, { access: ofUnit, handle: (c) => all(c, c.input) }),
    read(api.getCoverageBoardCsv, {
      access: ofUnit,
      handle: async (c) => csvFile(boardTable(await all(c, WHOLE), c.input.by, c.lang)),
    }),
    read(api.getCoverageBoardXlsx, {
      access: ofUnit,
      handle: async (c) => xlsxFile(boardTable(await all(c, WHOLE), c.input.by, c.lang)),
    }),
  ]
}

/** At the asked unit; without one, wherever it is held: the rows are those of units that are reached. */
const ofUnit = {
  may: 'duty.read' as const,
  at: async (db: ReadContext<unknown>['db'], { unit, on }: Pick<OneAsked, 'unit' | 'on'>) =>
    unit === undefined ? ('somewhere' as const) : { unit: (await unitAsked(db, unit, on)).id },
}
