// All cells of a returned workbook against what the reports hold now. Pure.

import type { ImportChange } from '#platform/imports/api.ts'
import type { Quality, ReportValue } from '../schema.ts'
import type { UnitLine, ValueHead, WorkbookContent } from './content.ts'
import { namedBy, QUALITY } from './ids.ts'
import { type CellFault, judgeChange, judgeQuality, judgeValue } from './judge-cell.ts'
import type { FilledCell } from './read-workbook.ts'

/** A cell that cannot be taken. */
export type CellRejection = CellFault & { cell: FilledCell }
/** What of one report is to be saved. */
export type ReportChange = {
  line: UnitLine
  cells: FilledCell[]
  values: ReportValue[]
  quality?: Quality
}
export type JudgedBook = {
  reports: ReportChange[]
  changes: ImportChange[]
  rejections: CellRejection[]
  created: number
  changed: number
  unchanged: number
}
/** What becomes of a cell that somebody else has changed since the file was given out. */
export type OnConflict = 'refuse' | 'keep' | 'replace'

/** @param content what the reports hold of all units in the file that the caller may save for; others are unknown. */
export function judgeBook(
  cells: readonly FilledCell[],
  content: WorkbookContent,
  onConflict: OnConflict,
): JudgedBook {
  const lines = new Map(content.lines.map((line) => [line.unit.code, line]))
  const columns = new Map(content.heads.map((head, n) => [head.key, { head, n }]))
  const judged: JudgedBook = {
    reports: [],
    changes: [],
    rejections: [],
    created: 0,
    changed: 0,
    unchanged: 0,
  }
  const reports = new Map<string, ReportChange>()
  for (const cell of cells) {
    const column = columns.get(cell.key)
    const verdict = judge(cell, lines.get(cell.unit), column, onConflict)
    if (verdict.kind === 'unchanged') judged.unchanged += 1
    if (verdict.kind === 'fault') judged.rejections.push({ cell, ...verdict.fault })
    if (!('change' in verdict)) continue
    judged.changes.push(verdict.change)
    if (verdict.kind === 'conflict') {
      const { before, after } = verdict.change
      judged.rejections.push({
        cell,
        code: 'workbook.conflict',
        details: { before: before || 'empty', after: after || 'empty' },
      })
      continue
    }
    judged[verdict.change.before === '' ? 'created' : 'changed'] += 1
    note(reports, verdict.line, cell, verdict.change.after)
  }
  return { ...judged, reports: [...reports.values()] }
}

type Verdict =
  | { kind: 'unchanged' }
  | { kind: 'fault'; fault: CellFault }
  | { kind: 'changed' | 'conflict'; change: ImportChange; line: UnitLine }
type Column = { head: ValueHead; n: number }

const UNCHANGED: Verdict = { kind: 'unchanged' }

function judge(
  cell: FilledCell,
  line: UnitLine | undefined,
  column: Column | undefined,
  onConflict: OnConflict,
): Verdict {
  const isQuality = cell.key === QUALITY
  const read = isQuality ? judgeQuality(cell.cell, cell.base) : judgeValue(cell.cell, column?.head ?? ANY)
  // What nobody touched is nobody's fault: a value may stand there from a time when less was asked of it.
  if ('value' in read && read.value === cell.base) return UNCHANGED
  if (!line) return { kind: 'fault', fault: { code: 'workbook.unit', details: { code: cell.unit } } }
  if (!isQuality && !column)
    return { kind: 'fault', fault: { code: 'workbook.notAsked', details: { indicator: cell.key } } }
  if ('code' in read) return { kind: 'fault', fault: read }

  const now = isQuality ? line.quality : (line.cells[column!.n]!.value ?? '')
  const verdict = judgeChange(cell.base, read.value, now)
  if (verdict === 'unchanged' || (verdict === 'conflict' && onConflict === 'keep')) return UNCHANGED
  const change: ImportChange = {
    at: cell.address,
    unit: { code: line.unit.code, name: line.unit.name },
    indicator: { code: cell.key, label: column?.head.label ?? '' },
    before: now,
    after: read.value,
    isConflict: verdict === 'conflict',
  }
  return { kind: verdict === 'conflict' && onConflict === 'refuse' ? 'conflict' : 'changed', change, line }
}

/** An indicator that nobody knows asks for nothing in particular. */
const ANY: ValueHead = { key: '', label: '', unitOfMeasure: '', minimum: null }

function note(reports: Map<string, ReportChange>, line: UnitLine, cell: FilledCell, after: string): void {
  const report = reports.getOrInsertComputed(cell.unit, () => ({ line, cells: [], values: [] }))
  report.cells.push(cell)
  if (cell.key === QUALITY) report.quality = after as Quality
  else report.values.push({ ...namedBy(cell.key), value: after === '' ? null : after })
}
