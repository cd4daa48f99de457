import { plain } from '#kernel/decimal.ts'
import {
  type CellVerdict,
  readChoice,
  readCode,
  readDay,
  readShare,
  readText,
} from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
  type Row,
} from '#platform/imports/format.ts'
import { successionKey } from '../rules/overlay.ts'
import { SUCCESSION_KINDS, type SuccessionRow } from '../schema.ts'
import { MAX_ROWS, settle } from './settle.ts'

const REQUIRED = ['old_code', 'new_code', 'date', 'share', 'kind'] as const
const OPTIONAL = ['basis'] as const
export type SuccessionColumn = (typeof REQUIRED)[number] | (typeof OPTIONAL)[number]
export type FileSuccession = SuccessionRow & { row: number }

/** Which unit's ground passed to which, when and what part of it (`design.md` §6). */
export const successionFormat = importFormat({
  name: 'succession',
  reads: 'table',
  required: REQUIRED,
  optional: OPTIONAL,
  numbers: ['share'],
  order: 11,
  access: { may: 'import.units', at: 'everywhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<SuccessionColumn>): Promise<ImportCounts> {
  const rows = new Map<string, FileSuccession>()
  for await (const batch of batches)
    for (const { row, cells } of batch) {
      if (rows.size >= MAX_ROWS) {
        ctx.reject({ row, field: '', code: 'unit.tooMany', details: { most: MAX_ROWS } })
        continue
      }
      const read = readRow({ row, cells }, ctx)
      const first = read && rows.get(successionKey(read))
      if (first)
        ctx.reject({ row, field: 'old_code', code: 'succession.repeated', details: { first: first.row } })
      else if (read) rows.set(successionKey(read), read)
    }
  return settle(ctx, 'import.units', [], [...rows.values()])
}

/** The row's succession; undefined when its faults have been told instead. */
function readRow({ row, cells }: Row<SuccessionColumn>, ctx: ImportContext): FileSuccession | undefined {
  const take = <T>(field: SuccessionColumn, verdict: CellVerdict<T>): T | undefined => {
    if ('value' in verdict) return verdict.value
    ctx.reject({ row, field, ...verdict })
    return undefined
  }
  const oldCode = take('old_code', readCode(cells.old_code))
  const newCode = take('new_code', readCode(cells.new_code))
  const date = take('date', readDay(cells.date))
  const share = take('share', readShare(cells.share))
  const kind = take('kind', readChoice(cells.kind, SUCCESSION_KINDS))
  const basis = cells.basis === '' ? null : take('basis', readText(cells.basis))
  if (!oldCode || !newCode || !date || share === undefined || !kind || basis === undefined) return undefined
  return { row, oldCode, newCode, date, share: share === null ? null : plain(share), kind, basis }
}
