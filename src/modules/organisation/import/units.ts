import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import { type CellFault, type CellVerdict, readCode, readOpenDay, readText } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
  type Row,
} from '#platform/imports/format.ts'
import { overlaps } from '../rules/overlay.ts'
import { STATE, type State } from '../schema.ts'
import { MAX_ROWS, settle } from './settle.ts'

const REQUIRED = ['code', 'name', 'kind', 'parent_code', 'valid_from', 'valid_to'] as const
const OPTIONAL = ['hierarchy', 'name_en', 'alt_names'] as const
export type UnitColumn = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
export type UnitRow = State & { row: number }

/** Units with their dated names, kinds and parents (`design.md` §6). */
export const unitsFormat = importFormat({
  name: 'units',
  reads: 'table',
  required: REQUIRED,
  optional: OPTIONAL,
  numbers: [],
  order: 10,
  access: { may: 'import.units', at: 'everywhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<UnitColumn>): Promise<ImportCounts> {
  const rows: UnitRow[] = []
  for await (const batch of batches)
    for (const row of batch)
      if (rows.length < MAX_ROWS) rows.push(...readRow(row, ctx))
      else ctx.reject({ row: row.row, field: '', code: 'unit.tooMany', details: { most: MAX_ROWS } })
  return settle(ctx, 'import.units', withoutOverlaps(rows, ctx), [])
}

/** The row's state, or nothing: then its faults have been told. */
function readRow({ row, cells }: Row<UnitColumn>, ctx: ImportContext): UnitRow[] {
  const faults: CellFault[] = []
  const take = <T>(field: UnitColumn, verdict: CellVerdict<T>): T | undefined => {
    if ('value' in verdict) return verdict.value
    ctx.reject({ row, field, ...verdict })
    faults.push(verdict)
    return undefined
  }
  const optional = (field: UnitColumn, read: (text: string) => CellVerdict<string>): string | null =>
    cells[field] === '' ? null : (take(field, read(cells[field])) ?? null)

  const code = take('code', readUnitCode(cells.code))
  const name = take('name', readText(cells.name))
  const kind = take('kind', readText(cells.kind, 100))
  const from = take('valid_from', readOpenDay(cells.valid_from, OPEN_START))
  const to = take('valid_to', readOpenDay(cells.valid_to, OPEN_END))
  const rest = {
    hierarchy: optional('hierarchy', readCode) ?? STATE,
    parentCode: optional('parent_code', readUnitCode),
    nameEn: optional('name_en', readText),
    altNames: optional('alt_names', readText),
  }
  if (from && to && to < from) take('valid_to', { code: 'unit.endsBeforeStart', details: { from, to } })
  if (code && rest.parentCode === code) take('parent_code', { code: 'unit.ownParent', details: { code } })
  if (faults.length > 0 || !code || !name || !kind || !from || !to) return []
  return [{ row, code, name, kind, from, to, ...rest }]
}

/** `all` asks for every root together (`./songma rollup --unit all`), and so cannot be one unit's code. */
const readUnitCode = (text: string): CellVerdict<string> =>
  text === 'all' ? { code: 'unit.codeTaken', details: { code: text } } : readCode(text)

function withoutOverlaps(rows: readonly UnitRow[], ctx: ImportContext): UnitRow[] {
  const found = overlaps(rows)
  for (const { first, second, same } of found)
    ctx.reject({
      row: second.row,
      field: 'code',
      code: same ? 'unit.repeated' : 'unit.overlap',
      details: { code: second.code, first: first.row },
    })
  const bad = new Set(found.map((overlap) => overlap.second))
  return rows.filter((row) => !bad.has(row))
}
