import type * as z from 'zod'
import type { BoardCell, BoardCount, getBoard } from '../../../api/board.ts'
import type { FormHead } from '../../../api/sheet.ts'
import { periodsWithin } from '../../sheet/rules/period-for.ts'

type Board = z.infer<typeof getBoard.output>

/** One form for one period: of a single unit its state, of a unit with others below how many have reported. */
export type FormEntry = {
  form: FormHead
  period: string
  openedOn: string | null
  /** Null for a unit with others below it. */
  own: BoardCell | null
  count: BoardCount | null
}

/** In the order of the forms, each with its periods in the order of time. */
export function entriesOf(forms: readonly FormHead[], chosen: string, boards: readonly Board[]): FormEntry[] {
  return forms.flatMap((form) =>
    periodsWithin(form.frequency, chosen).flatMap((period) => {
      const board = boards.find((one) => one.period === period)
      const at = board?.forms.findIndex(({ code }) => code === form.code) ?? -1
      const told = board?.forms[at]
      if (!board || !told) return []
      const isSingle = told.count.expected <= 1 && board.rows.length <= 1
      const own = isSingle ? (board.rows[0]?.cells[at] ?? null) : null
      return [{ form, period, openedOn: told.openedOn, own, count: isSingle ? null : told.count }]
    }),
  )
}
