// All directives at once: how far the units below one are, counted by unit or by directive.

import type { Day } from '#kernel/day.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { CoverageBoard } from '../api/coverage.ts'
import type { Step } from '../schema.ts'
import { type BoardQuery, countByDirective, countByUnit } from '../store/coverage-board.ts'
import { common, unitAsked, unitsBelow } from './reach.ts'

export type BoardAsked = {
  /** Code of the unit below which it is counted. */
  unit: string
  on: Day
  from?: Day | undefined
  to?: Day | undefined
  by: 'units' | 'directives'
  missing?: Step | undefined
  isLate: boolean
  /** Ids of the units whose rows may be seen; null: all. */
  reached: readonly number[] | null
}
export type Page = { after?: string | undefined; limit: number }

/** @throws coverage.unitNotFound */
export async function readBoard(db: Db, asked: BoardAsked, page: Page): Promise<CoverageBoard> {
  const { unit: code, by, reached, ...rest } = asked
  const top = await unitAsked(db, code, asked.on)
  const units = common(await unitsBelow(db, top, asked.on), reached) ?? []
  const [name] = await listUnitNames(db, [top.id], asked.on)
  const query = { ...rest, units }
  const head = {
    unit: { id: String(top.id), code: name!.code, name: name!.name },
    on: asked.on,
    units: [],
    directives: [],
  }
  return { ...head, ...(by === 'units' ? await unitLines(db, query, page) : await lines(db, query, page)) }
}

/** By unit code. They are all counted, whatever the page: a unit's counts are as quick as those of all. */
async function unitLines(db: Db, query: BoardQuery, { after, limit }: Page) {
  const { totals, lines } = await countByUnit(db, query)
  const counted = new Map(lines.map((line) => [line.unitId, line]))
  const names = await listUnitNames(db, [...counted.keys()], query.on)
  names.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : a.id - b.id))
  const from = after === undefined ? 0 : names.findIndex(({ id }) => String(id) === after) + 1
  const page = names.slice(from, from + limit)
  return {
    totals,
    units: page.map(({ id, code, name }) => ({
      ...counted.get(id)!,
      unitId: String(id),
      unitCode: code,
      unitName: name,
    })),
    nextCursor: from + page.length < names.length ? String(page.at(-1)!.id) : null,
  }
}

async function lines(db: Db, query: BoardQuery, { after, limit }: Page) {
  const [issuedOn, id] = after?.split(' ') ?? []
  const last = issuedOn === undefined ? null : { issuedOn, id: Number(id) }
  const { totals, lines: found } = await countByDirective(db, query, { after: last, limit: limit + 1 })
  const page = found.slice(0, limit)
  const end = found.length > limit ? page.at(-1) : undefined
  return {
    totals,
    directives: page.map(({ id, number, ...line }) => ({ ...line, id: String(id), directive: number })),
    nextCursor: end ? `${end.issuedOn} ${end.id}` : null,
  }
}
