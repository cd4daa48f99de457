// In which order a board stands.

/** `worst`: the most days late first. */
export type Order = 'name' | 'worst'

export type Ordered = { name: string; daysLate: number; isDone: boolean }

/** Worst first: still overdue before late but done, the more days first; then by name. */
export function sortBy<T>(
  rows: readonly T[],
  order: Order,
  of: (row: T) => Ordered,
  compare: (a: string, b: string) => number,
): T[] {
  const keyed = rows.map((row) => ({ row, ...of(row) }))
  const byName = (a: Ordered, b: Ordered) => compare(a.name, b.name)
  const overdue = ({ daysLate, isDone }: Ordered) => (daysLate > 0 && !isDone ? 1 : 0)
  const byWorst = (a: Ordered, b: Ordered) =>
    overdue(b) - overdue(a) || b.daysLate - a.daysLate || byName(a, b)
  return keyed.sort(order === 'name' ? byName : byWorst).map(({ row }) => row)
}
