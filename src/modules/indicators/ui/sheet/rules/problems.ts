import type { CellView, Trouble } from './cell-view.ts'
import type { Spot } from './move.ts'

export type Counts = {
  saved: number
  queued: number
  returned: number
  look: number
  stuck: number
  missing: number
}
export type Problem = Spot & { trouble: Trouble | null }

type Sheet = { rows: number; cols: number; view: (spot: Spot) => CellView }

/** Cells that somebody should look at, in reading order; `trouble` null is a value that is missing. */
export function problemsOf({ rows, cols, view }: Sheet, withMissing = false): Problem[] {
  const found: Problem[] = []
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const { trouble, canType, value, implied } = view({ row, col })
      if (!canType) continue
      if (trouble) found.push({ row, col, trouble })
      else if (withMissing && value === null && implied === null) found.push({ row, col, trouble: null })
    }
  return found
}

/** The next cell to look at behind this one, from the top again after the last; null when there is none. */
export function nextProblem(problems: readonly Problem[], { row, col }: Spot): Problem | null {
  return problems.find((p) => p.row > row || (p.row === row && p.col > col)) ?? problems[0] ?? null
}

export function countCells({ rows, cols, view }: Sheet): Counts {
  const counts: Counts = { saved: 0, queued: 0, returned: 0, look: 0, stuck: 0, missing: 0 }
  for (let row = 0; row < rows; row++)
    for (let col = 0; col < cols; col++) {
      const { trouble, canType, value, implied, sync } = view({ row, col })
      if (sync === 'saved') counts.saved++
      if (sync === 'queued') counts.queued++
      if (trouble?.kind === 'returned') counts.returned++
      if (trouble?.kind === 'outlier') counts.look++
      if (trouble && trouble.kind !== 'returned' && trouble.kind !== 'outlier') counts.stuck++
      if (canType && value === null && implied === null && !trouble) counts.missing++
    }
  return counts
}
