import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from '../api/board.ts'
import { readBoard, rowsWith } from '../board/read-board.ts'
import { namesOn, readReportPeriod } from '../cutoff/places.ts'
import { pageOf } from '../sheet/units.ts'

export const boardEndpoints: Endpoint[] = [
  read(api.getBoard, {
    // Only units whose reports the caller may read are on it.
    access: 'signed-in',
    async handle({ db, input, actor, today }) {
      const period = readReportPeriod(input.period)
      const board = await readBoard(db, { period, unit: input.unit, form: input.form }, { actor, today })
      const { page, nextCursor } = pageOf(rowsWith(board, input.only), input.after, input.limit)
      const shown = [board.top, ...board.groups.map(({ unit }) => unit), ...page]
      const names = await namesOn(db, shown, board.tree.on)
      return {
        period: period.code,
        unit: names.get(board.top)!,
        forms: board.columns.map(({ form, openedOn, count }) => {
          const { code, name, nameEn, frequency, field } = form
          return { code, name, nameEn, frequency, field, openedOn, count }
        }),
        groups: board.groups.map(({ unit, counts }) => ({ unit: names.get(unit)!, counts })),
        rows: page.map((unit) => ({ unit: names.get(unit)!, cells: board.cells(unit) })),
        nextCursor,
      }
    },
  }),
]
