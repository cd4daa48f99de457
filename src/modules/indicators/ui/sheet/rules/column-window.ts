/** Widths of a column's cells in px. */
type Wide = { value: number; previous: number; target: number }

/** Columns from `from` up to, and without, `to`. */
export type ColumnWindow = { from: number; to: number }

const wholeOf = ({ value, previous, target }: Wide) => value + previous + target

/** Where each column begins, and behind the last where they end; the first one at 0. */
export function offsetsOf(widths: readonly Wide[]): number[] {
  const offsets = [0]
  for (const width of widths) offsets.push(offsets.at(-1)! + wholeOf(width))
  return offsets
}

/** How many cells stand in a column: without any target it has two. */
export const cellsOf = (widths: readonly Wide[], { from, to }: ColumnWindow): number =>
  widths.slice(from, to).reduce((cells, { target }) => cells + (target > 0 ? 3 : 2), 0)

/** The columns in sight between `left` and `right`, and one more on either side. */
export function columnsBetween(offsets: readonly number[], left: number, right: number): ColumnWindow {
  const count = offsets.length - 1
  const first = offsets.findIndex((_, col) => col < count && offsets[col + 1]! > left)
  const last = offsets.findLastIndex((offset, col) => col < count && offset < right)
  return {
    from: Math.max(0, (first < 0 ? count - 1 : first) - 1),
    to: Math.min(count, Math.max(last, 0) + 2),
  }
}

/** How far to scroll so that a column's value is in sight; `room` is what is not covered by the first column. */
export function scrollTo(
  offsets: readonly number[],
  col: number,
  { scrolled, room }: { scrolled: number; room: number },
): number {
  const [begin, end] = [offsets[col] ?? 0, offsets[col + 1] ?? 0]
  if (begin < scrolled) return begin
  return end > scrolled + room ? end - room : scrolled
}
