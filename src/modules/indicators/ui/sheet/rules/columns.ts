import type { SheetColumn } from '../../../api/sheet.ts'
import type { CellName, ReportValue } from '../../../schema.ts'
import type { Change } from './draft.ts'

/** A cell's name as one text: `longan_area`, `produce_value channel=export`. */
export const nameOfCell = ({ indicator, breakdown }: CellName): string => {
  const [item] = Object.entries(breakdown ?? {})
  return item ? `${indicator} ${item[0]}=${item[1]}` : indicator
}

/** Where each cell's name stands among the columns. */
export const placesOf = (columns: readonly CellName[]): Map<string, number> =>
  new Map(columns.map((column, col) => [nameOfCell(column), col]))

/** What is said of a column's cell, as the server takes it. A comment alone goes with the value that stands there. */
export function reportValue(column: SheetColumn, change: Change, standing: string | null): ReportValue {
  const { indicator, breakdown } = column
  const { value = standing, comment, evidence } = change
  return {
    indicator,
    ...(breakdown && { breakdown }),
    value,
    ...(comment !== undefined && { comment }),
    ...(evidence && { evidence }),
  }
}

/** The items behind a whole, by their places. */
export const itemsOf = (columns: readonly SheetColumn[], col: number): number[] =>
  columns.flatMap((column, place) => (column.of === col ? [place] : []))

/** A later value of a cell replaces an earlier one; comment and evidence stay unless they are said again. */
export function joinValues(earlier: readonly ReportValue[], later: readonly ReportValue[]): ReportValue[] {
  const joined = new Map(earlier.map((value) => [nameOfCell(value), value]))
  for (const value of later) joined.set(nameOfCell(value), { ...joined.get(nameOfCell(value)), ...value })
  return [...joined.values()]
}
