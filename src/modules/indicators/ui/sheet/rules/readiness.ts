import type { SheetRow } from '../../../api/sheet.ts'
import { blocks, type CellView, isOpenRow, type Trouble } from './cell-view.ts'
import type { Draft } from './draft.ts'

/** One report before it is sent: how much it says, and what somebody should look at. */
export type Readiness = {
  row: number
  said: number
  missing: number
  missingCols: number[]
  troubles: { col: number; trouble: Trouble }[]
  /** Something in it cannot be sent as it stands. */
  isBlocked: boolean
}

/**
 * Null for a report that is not to be sent: sent already, nobody's to save, or without a word of it.
 *
 * @param draft what of it is only here; a report that exists only here is ready as well, once it is saved.
 */
export function readinessOf(
  row: number,
  report: Pick<SheetRow, 'state' | 'may'>,
  draft: Draft,
  views: readonly CellView[],
): Readiness | null {
  if (!isOpenRow(report, false)) return null
  const isBegun = report.state !== null || draft.stage === 'queued'
  const said = views.filter(({ value }) => value !== null).length
  if (!isBegun && views.every(({ value, text }) => value === null && text === null)) return null
  const missingCols = views.flatMap(({ value, implied, trouble }, col) =>
    value === null && implied === null && !trouble ? [col] : [],
  )
  const troubles = views.flatMap(({ trouble }, col) => (trouble ? [{ col, trouble }] : []))
  return {
    row,
    said,
    missing: missingCols.length,
    missingCols,
    troubles,
    isBlocked: said === 0 || draft.stage === 'refused' || troubles.some(({ trouble }) => blocks(trouble)),
  }
}
