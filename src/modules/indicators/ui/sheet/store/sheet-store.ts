// One form for many units, as it stands on this screen: what the server said, and what the person says on top of it.
// It lives outside of React; cells, rows and totals listen to their own part (`Topics`).

import type { Tongue } from '#kernel/number-text.ts'
import type { SheetColumn, SheetRow } from '../../../api/sheet.ts'
import { judgeCell } from '../../../rules/outlier.ts'
import { type CellView, isOpenRow, viewOf } from '../rules/cell-view.ts'
import { itemsOf } from '../rules/columns.ts'
import { type Draft, type DraftEvent, draftAfter, emptyDraft, saidOf } from '../rules/draft.ts'
import { one, type Selected, type Spot } from '../rules/move.ts'
import { type Counts, countCells } from '../rules/problems.ts'
import { sum, type Total, totalOf } from '../rules/totals.ts'
import { NO_PAST, type Past } from '../rules/undo.ts'
import { createTopics, type Topics } from './topics.ts'

/** `type`: what is typed replaces the cell, and arrows leave it; `edit`: arrows move in the text. */
export type Editing = { at: Spot; text: string; mode: 'type' | 'edit' }

/** What a cell draws. A new object only when something of it changed. */
export type CellSnap = { view: CellView; isAt: boolean; isChosen: boolean; editing: Editing | null }

export type SheetStore = {
  readonly topics: Topics
  lang: Tongue
  form: string
  period: string
  columns: readonly SheetColumn[]
  rows: SheetRow[]
  /** By unit code and indicator. */
  targets: ReadonlyMap<string, string>
  drafts: Draft[]
  /** Codes of units whose approved report is being corrected. */
  corrected: Set<string>
  /** Topics of cells whose value arrived a moment ago. */
  justSaved: Set<string>
  selected: Selected
  editing: Editing | null
  /** Keys were used in the sheet last: the chosen cell takes the focus. */
  hasFocus: boolean
  past: Past
  /** Goes up whenever any cell has changed. */
  revision: number
  readonly snaps: Map<string, unknown>
}

export const cellTopic = ({ row, col }: Spot) => `cell ${row} ${col}`
export const rowTopic = (row: number) => `row ${row}`
export const totalTopic = (col: number) => `total ${col}`
/** The chosen cell, or anything in it. */
export const CHOSEN = 'chosen'
export const COUNTS = 'counts'
/** The chosen cell is to take the focus back, after a dialog. */
export const FOCUS = 'focus'
/** Columns or rows came or went. */
export const ALL = 'all'

export const createSheet = (lang: Tongue, form: string, period: string): SheetStore => ({
  topics: createTopics(),
  lang,
  form,
  period,
  columns: [],
  rows: [],
  targets: new Map(),
  drafts: [],
  corrected: new Set(),
  justSaved: new Set(),
  selected: one({ row: 0, col: 0 }),
  editing: null,
  hasFocus: false,
  past: NO_PAST,
  revision: 0,
  snaps: new Map(),
})

/** Takes what the server answered; what the person has said meanwhile stays on top of it. */
export function takeIn(sheet: SheetStore, columns: readonly SheetColumn[], rows: readonly SheetRow[]): void {
  const drafts = new Map(sheet.rows.map(({ unit }, row) => [unit.code, sheet.drafts[row]!]))
  sheet.columns = columns
  sheet.rows = [...rows]
  sheet.drafts = rows.map(({ unit, etag }) =>
    draftAfter(drafts.get(unit.code) ?? emptyDraft(etag), { type: 'read', etag }),
  )
  redrawAll(sheet)
}

export function redrawAll(sheet: SheetStore): void {
  const topics = [...sheet.snaps.keys()]
  sheet.snaps.clear()
  sheet.revision++
  sheet.topics.tell(ALL, CHOSEN, COUNTS, ...topics)
}

export function viewAt(sheet: SheetStore, { row, col }: Spot): CellView {
  return remember(sheet, `view ${row} ${col}`, () => {
    const { unit, cells, ...report } = sheet.rows[row]!
    const draft = sheet.drafts[row]!
    const column = sheet.columns[col]!
    const base = cells[col] ?? null
    const [previous, usual] = [base?.previous ?? null, base?.usual ?? null]
    return viewOf({
      base,
      target: column.breakdown ? null : (sheet.targets.get(`${unit.code} ${column.indicator}`) ?? null),
      implied: column.addsUp ? sum(partsOf(sheet, row, col)) : null,
      draft,
      col,
      isOpen: isOpenRow(report, sheet.corrected.has(unit.code)),
      isJustSaved: sheet.justSaved.has(cellTopic({ row, col })),
      judge: (value) =>
        judgeCell(value, { previous, usual, minimum: column.minimum, parts: partsOf(sheet, row, col) }),
    })
  })
}

/** What the items behind a whole say by now. */
function partsOf({ columns, rows, drafts }: SheetStore, row: number, col: number): (string | null)[] {
  return itemsOf(columns, col).map((place) => {
    const said = saidOf(drafts[row]!, place)?.value
    return said !== undefined ? said : (rows[row]!.cells[place]?.value ?? null)
  })
}

export const totalAt = (sheet: SheetStore, col: number): Total =>
  remember(sheet, totalTopic(col), () => totalOf(sheet.rows.map((_, row) => viewAt(sheet, { row, col }))))

export const countsOf = (sheet: SheetStore): Counts =>
  remember(sheet, COUNTS, () =>
    countCells({ rows: sheet.rows.length, cols: sheet.columns.length, view: (spot) => viewAt(sheet, spot) }),
  )

/** Something is said of a report or answered: only the cells that it concerns are drawn again. */
export function tellDraft(sheet: SheetStore, row: number, event: DraftEvent): void {
  const before = sheet.drafts[row]!
  const now = draftAfter(before, event)
  if (now === before) return
  sheet.drafts[row] = now
  const isWhole = now.stage !== before.stage || !('col' in event)
  redraw(sheet, row, isWhole ? sheet.columns.map((_, col) => col) : [event.col])
}

/** These cells of a row, what hangs on them, the row's state and the counts. */
export function redraw(sheet: SheetStore, row: number, cols: readonly number[]): void {
  const wholes = cols.flatMap((col) => sheet.columns[col]?.of ?? [])
  sheet.revision++
  const touched = [...new Set([...cols, ...wholes])]
  const topics = touched.flatMap((col) => [cellTopic({ row, col }), totalTopic(col)])
  for (const col of touched) sheet.snaps.delete(`view ${row} ${col}`)
  for (const topic of [...topics, rowTopic(row), COUNTS]) sheet.snaps.delete(topic)
  sheet.topics.tell(...topics, rowTopic(row), COUNTS)
  if (sheet.selected.at.row === row) sheet.topics.tell(CHOSEN)
}

/** The same object until its topic is told. */
export function remember<T>(sheet: SheetStore, name: string, make: () => T): T {
  if (!sheet.snaps.has(name)) sheet.snaps.set(name, make())
  return sheet.snaps.get(name) as T
}
