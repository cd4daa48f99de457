import { Big, fixed } from '#kernel/decimal.ts'
import type { SheetColumn, SheetRow } from '../../../api/sheet.ts'
import { type Doubt, judgeCell } from '../../../rules/outlier.ts'
import type { EvidenceFile, ReportVersion } from '../../../schema.ts'
import { itemsOf, nameOfCell } from '../../sheet/rules/columns.ts'

/** One value of a report with everything that it is judged by. */
export type CheckLine = {
  name: string
  col: number
  column: SheetColumn
  value: string | null
  /** Of the version sent before; `undefined`: there was none. */
  earlier: string | null | undefined
  previous: string | null
  target: string | null
  doubt: Doubt | null
  comment: string
  evidence: readonly EvidenceFile[]
  /** Why this cell was sent back in the version before. */
  returned: string | undefined
}

/** Cells that say something now or said something before, in the order of the form. */
export function linesOf(
  columns: readonly SheetColumn[],
  row: SheetRow,
  before: ReportVersion | undefined,
  targetOf: (column: SheetColumn) => string | null,
): CheckLine[] {
  const earlier = new Map((before?.values ?? []).map((cell) => [nameOfCell(cell), cell]))
  return columns.flatMap((column, col) => {
    const name = nameOfCell(column)
    const cell = row.cells[col]
    const value = cell?.value ?? null
    const was = before ? (earlier.get(name)?.value ?? null) : undefined
    if (value === null && !was && cell?.previous == null) return []
    const parts = itemsOf(columns, col).map((item) => row.cells[item]?.value ?? null)
    const beside = {
      previous: cell?.previous ?? null,
      usual: cell?.usual ?? null,
      minimum: column.minimum,
      parts,
    }
    return [
      {
        name,
        col,
        column,
        value,
        earlier: was,
        previous: cell?.previous ?? null,
        target: targetOf(column),
        doubt: judgeCell(value, beside),
        comment: cell?.comment ?? '',
        evidence: cell?.evidence ?? [],
        returned: earlier.get(name)?.returned,
      },
    ]
  })
}

/** What a value is compared with. */
export type Against = 'version' | 'previous' | 'target'

export const otherOf = (line: CheckLine, against: Against): string | null =>
  against === 'version' ? (line.earlier ?? null) : against === 'previous' ? line.previous : line.target

/** Change against the period before, in percent with one decimal; null without both, or from 0. */
export function changeOf(
  value: string | null | undefined,
  previous: string | null | undefined,
): string | null {
  if (value == null || previous == null || new Big(previous).eq(0)) return null
  return fixed(new Big(value).minus(previous).div(new Big(previous).abs()).times(100), 1)
}
