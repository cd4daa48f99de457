import type * as z from 'zod'
import type { CellRef, getQueue, QueueItem, SheetCriterion } from '../../api/scoring.ts'

export type Queue = z.infer<typeof getQueue.output>

/** What a cell is called in the address. */
export const cellKey = ({ unit, cell }: Pick<QueueItem, 'unit' | 'cell'>) => `${cell.criterion}~${unit.code}`

/** As it was seen: refused when somebody said something meanwhile. */
export const refOf = ({ unit, cell }: QueueItem): CellRef => ({
  unit: unit.code,
  criterion: cell.criterion,
  etag: cell.etag,
})

/** The criterion of an item with its scores; undefined only where the scheme lacks it. */
export function criterionOf({ criteria }: Queue, { cell }: QueueItem): SheetCriterion | undefined {
  const head = criteria.find(({ code }) => code === cell.criterion)
  return head && { ...head, cell }
}

/** Where one goes on when an item has left: to the one behind it, else the one before. */
export function afterLeaving(items: readonly QueueItem[], key: string): string | undefined {
  const at = items.findIndex((item) => cellKey(item) === key)
  const next = items[at + 1] ?? items[at - 1]
  return next && cellKey(next)
}
