/** A cell by its place: line and column of values, both from 0. */
export type Spot = { row: number; col: number }

/** The chosen cells: the cell that keys act on, and the opposite corner of the block; the same when it is one cell. */
export type Selected = { at: Spot; to: Spot }

/** How many lines and columns there are, and how many lines a page shows. */
export type Bounds = { rows: number; cols: number; page: number }

export type Stroke = { key: string; shift?: boolean; ctrl?: boolean }

export const one = (at: Spot): Selected => ({ at, to: at })

/** What `Tab` and `Enter` do, where they are followed at the end of a cell's editing. */
export type Moved = { kind: 'moved'; selected: Selected } | { kind: 'leaves' } | { kind: 'none' }

const STEPS: Record<string, Spot> = {
  ArrowUp: { row: -1, col: 0 },
  ArrowDown: { row: 1, col: 0 },
  ArrowLeft: { row: 0, col: -1 },
  ArrowRight: { row: 0, col: 1 },
}

/**
 * Where a key leads. Arrows, Home, End and the page keys draw the block out with Shift; with Ctrl they go to the edge.
 * Enter goes down and Tab right (with Shift the other way); Tab goes on in the next line, and behind the last cell it
 * leaves the sheet.
 */
export function move(
  selected: Selected,
  { key, shift = false, ctrl = false }: Stroke,
  bounds: Bounds,
): Moved {
  if (key === 'Tab') return tab(selected.at, shift ? -1 : 1, bounds)
  if (key === 'Enter')
    return moved(clamp({ ...selected.at, row: selected.at.row + (shift ? -1 : 1) }, bounds))
  const from = shift ? selected.to : selected.at
  const spot = target(from, key, ctrl, bounds)
  if (!spot) return { kind: 'none' }
  const there = clamp(spot, bounds)
  return { kind: 'moved', selected: shift ? { at: selected.at, to: there } : one(there) }
}

function target(from: Spot, key: string, ctrl: boolean, { rows, cols, page }: Bounds): Spot | null {
  const step = STEPS[key]
  if (step) {
    const far = ctrl ? Math.max(rows, cols) : 1
    return { row: from.row + step.row * far, col: from.col + step.col * far }
  }
  if (key === 'Home') return { row: ctrl ? 0 : from.row, col: 0 }
  if (key === 'End') return { row: ctrl ? rows - 1 : from.row, col: cols - 1 }
  if (key === 'PageUp') return { ...from, row: from.row - page }
  if (key === 'PageDown') return { ...from, row: from.row + page }
  return null
}

function tab({ row, col }: Spot, by: number, { rows, cols }: Bounds): Moved {
  const place = row * cols + col + by
  if (place < 0 || place >= rows * cols) return { kind: 'leaves' }
  return moved({ row: Math.floor(place / cols), col: place % cols })
}

const moved = (at: Spot): Moved => ({ kind: 'moved', selected: one(at) })

const within = (n: number, count: number) => Math.min(Math.max(n, 0), count - 1)

export const clamp = ({ row, col }: Spot, { rows, cols }: Pick<Bounds, 'rows' | 'cols'>): Spot => ({
  row: within(row, rows),
  col: within(col, cols),
})

/** First and last line and column of the chosen block, inclusive. */
export const blockOf = ({ at, to }: Selected) => ({
  top: Math.min(at.row, to.row),
  bottom: Math.max(at.row, to.row),
  left: Math.min(at.col, to.col),
  right: Math.max(at.col, to.col),
})

export const isChosen = (selected: Selected, { row, col }: Spot): boolean => {
  const { top, bottom, left, right } = blockOf(selected)
  return row >= top && row <= bottom && col >= left && col <= right
}

/** Every cell of the block, line by line. */
export function spotsOf(selected: Selected): Spot[] {
  const { top, bottom, left, right } = blockOf(selected)
  const cols = Array.from({ length: right - left + 1 }, (_, n) => left + n)
  return Array.from({ length: bottom - top + 1 }, (_, n) => top + n).flatMap((row) =>
    cols.map((col) => ({ row, col })),
  )
}

const turn = ({ row, col }: Spot): Spot => ({ row: col, col: row })
/** Lines and columns exchanged: one unit stands upright, its indicators as lines. */
export const turned = ({ at, to }: Selected): Selected => ({ at: turn(at), to: turn(to) })
