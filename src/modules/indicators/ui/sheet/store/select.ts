import { clamp, isChosen, one, type Selected, type Spot, spotsOf } from '../rules/move.ts'
import {
  type CellSnap,
  CHOSEN,
  cellTopic,
  type Editing,
  remember,
  rowTopic,
  type SheetStore,
  viewAt,
} from './sheet-store.ts'

/** What a cell draws by now; the same object as before when nothing of it changed. */
export const cellSnap = (sheet: SheetStore, spot: Spot): CellSnap =>
  remember(sheet, cellTopic(spot), () => {
    const { selected, editing } = sheet
    const isAt = selected.at.row === spot.row && selected.at.col === spot.col
    return {
      view: viewAt(sheet, spot),
      isAt,
      isChosen: isChosen(selected, spot),
      editing: isAt ? editing : null,
    }
  })

/** Cells that a block newly holds or no longer holds, and the two rows whose line is marked, are drawn again. */
export function select(sheet: SheetStore, selected: Selected): void {
  const before = sheet.selected
  const bounds = { rows: Math.max(sheet.rows.length, 1), cols: Math.max(sheet.columns.length, 1) }
  sheet.selected = { at: clamp(selected.at, bounds), to: clamp(selected.to, bounds) }
  sheet.editing = null
  const topics = [...spotsOf(before), ...spotsOf(sheet.selected)].map(cellTopic)
  const rows =
    before.at.row === sheet.selected.at.row ? [] : [rowTopic(before.at.row), rowTopic(sheet.selected.at.row)]
  for (const topic of [...topics, ...rows]) sheet.snaps.delete(topic)
  sheet.topics.tell(...new Set(topics), ...rows, CHOSEN)
}

export const selectOne = (sheet: SheetStore, spot: Spot): void => select(sheet, one(spot))

/** Opens the chosen cell for typing, when it can be typed in. */
export function edit(sheet: SheetStore, mode: Editing['mode'], text: string): void {
  const { at } = sheet.selected
  if (!viewAt(sheet, at).canType) return
  show(sheet, { at, mode, text })
}

export const stopEditing = (sheet: SheetStore): void => show(sheet, null)

function show(sheet: SheetStore, editing: Editing | null): void {
  const spot = sheet.editing?.at ?? sheet.selected.at
  sheet.editing = editing
  sheet.snaps.delete(cellTopic(spot))
  sheet.topics.tell(cellTopic(spot))
}
