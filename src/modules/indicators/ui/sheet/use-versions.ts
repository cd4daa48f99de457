import type { ReportVersion } from '../../schema.ts'
import { nameOfCell } from './rules/columns.ts'
import { change } from './store/change.ts'
import { type SheetStore, viewAt } from './store/sheet-store.ts'

/** What the panel of versions shows of a row, and how an earlier version's values come back into the cells. */
export function useVersions(sheet: SheetStore, row: number | null) {
  const report = row === null ? undefined : sheet.rows[row]
  if (!report || row === null) return null
  const canRestore = sheet.columns.some((_, col) => viewAt(sheet, { row, col }).canType)
  const restore = (version: ReportVersion) => {
    const values = new Map(version.values.map((value) => [nameOfCell(value), value.value]))
    const changes = sheet.columns.map((column, col) => ({
      row,
      col,
      change: { value: values.get(nameOfCell(column)) ?? null },
    }))
    change(
      sheet,
      changes.filter(({ col, change: { value } }) => viewAt(sheet, { row, col }).value !== value),
    )
  }
  return {
    form: sheet.form,
    period: sheet.period,
    unit: report.unit,
    columns: sheet.columns,
    isStale: `${report.version} ${report.etag}`,
    ...(canRestore && { onRestore: restore }),
  }
}
