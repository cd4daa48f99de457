import type { AttainmentRow } from '../../api/attainment.ts'

type Sorting = { sort: 'name' | 'value' | 'target' | 'percent'; dir: 'up' | 'down' }

/**
 * The rows in an order. What is missing stands at the end in either direction; equal ones by name.
 * By attainment, `up` is the worst first, also where less is better. Without any target it goes by value.
 */
export function sortRows(
  rows: readonly AttainmentRow[],
  { sort, dir }: Sorting,
  isReversed: boolean,
  compare: (a: string, b: string) => number,
): AttainmentRow[] {
  const isTargeted = rows.some(({ target }) => target !== null)
  const by = sort === 'percent' && !isTargeted ? 'value' : sort
  const turn = (dir === 'down' ? -1 : 1) * (by === 'percent' && isReversed ? -1 : 1)
  const sizeOf = (row: AttainmentRow): number | null => {
    const text = by === 'value' ? row.value : by === 'target' ? row.target : row.attainmentPercent
    return text === null ? null : Number(text)
  }
  const names = (a: AttainmentRow, b: AttainmentRow) => compare(a.unit.shortName, b.unit.shortName)
  if (by === 'name') return [...rows].sort((a, b) => turn * names(a, b))
  return [...rows].sort((a, b) => {
    const [x, y] = [sizeOf(a), sizeOf(b)]
    if (x === null || y === null) return Number(x === null) - Number(y === null) || names(a, b)
    return turn * (x - y) || names(a, b)
  })
}

/** Of the units below: how many missed their target, and how many have nothing to say. */
export function countBehind(rows: readonly AttainmentRow[]): { behind: number; missing: number } {
  return {
    behind: rows.filter(({ met }) => met === false).length,
    missing: rows.filter(({ value }) => value === null).length,
  }
}
