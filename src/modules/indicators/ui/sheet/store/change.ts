// What a person does to cells: every way of it is one step that can be taken back.

import { readCell } from '../rules/cell-fault.ts'
import type { Change } from '../rules/draft.ts'
import { blockOf, type Spot, spotsOf } from '../rules/move.ts'
import { type CellStep, did, redo, type Step, undo } from '../rules/undo.ts'
import { selectOne } from './select.ts'
import { type SheetStore, tellDraft, viewAt } from './sheet-store.ts'

/** Writes the text of a person into a cell: a value, nothing, or a text that is kept until it is one. */
export function write(sheet: SheetStore, spot: Spot, text: string): void {
  const column = sheet.columns[spot.col]
  const view = viewAt(sheet, spot)
  if (!column || !view.canType) return
  const read = readCell(text, column, sheet.lang)
  if (read.kind === 'fault')
    tellDraft(sheet, spot.row, { type: 'misread', col: spot.col, text, fault: read.fault })
  else if (read.value !== view.value || view.text !== null)
    change(sheet, [{ ...spot, change: { value: read.value } }])
}

/** Says something of cells in one step; cells that cannot be typed in are left alone. */
export function change(sheet: SheetStore, changes: readonly (Spot & { change: Change })[]): void {
  const step = changes
    .filter(({ row, col }) => viewAt(sheet, { row, col }).canType)
    .map(
      ({ row, col, change: after }): CellStep => ({
        row,
        col,
        before: standing(sheet, { row, col }, after),
        after,
      }),
    )
  sheet.past = did(sheet.past, step)
  apply(sheet, step)
}

/** What the members of a change are by now. */
function standing(sheet: SheetStore, spot: Spot, after: Change): Change {
  const { value, comment, evidenceIds } = viewAt(sheet, spot)
  return {
    ...(after.value !== undefined && { value }),
    ...(after.comment !== undefined && { comment }),
    ...(after.evidence && { evidence: [...evidenceIds] }),
  }
}

function apply(sheet: SheetStore, step: Step): void {
  for (const { row, col, after } of step) {
    tellDraft(sheet, row, { type: 'say', col, change: after })
    sheet.topics.tell(`said ${row}`)
  }
  sheet.topics.tell('said')
}

export function empty(sheet: SheetStore): void {
  const filled = spotsOf(sheet.selected).filter((spot) => {
    const { value, text } = viewAt(sheet, spot)
    return value !== null || text !== null
  })
  change(
    sheet,
    filled.map((spot) => ({ ...spot, change: { value: null } })),
  )
}

/** The first line of the block goes down to its last; one cell alone takes the value above it. */
export function fillDown(sheet: SheetStore): void {
  const { top, bottom, left } = blockOf(sheet.selected)
  const source = top === bottom ? top - 1 : top
  if (source < 0) return
  const targets = spotsOf(sheet.selected).filter(({ row }) => row !== source)
  change(
    sheet,
    targets.map((spot) => ({
      ...spot,
      change: { value: viewAt(sheet, { row: source, col: spot.col }).value },
    })),
  )
  selectOne(sheet, { row: bottom, col: left })
}

export const takeBack = (sheet: SheetStore): void => walk(sheet, undo(sheet.past))
export const doAgain = (sheet: SheetStore): void => walk(sheet, redo(sheet.past))

function walk(sheet: SheetStore, found: ReturnType<typeof undo>): void {
  if (!found) return
  sheet.past = found.past
  apply(sheet, found.step)
  const [first] = found.step
  if (first) selectOne(sheet, { row: first.row, col: first.col })
}
