import { type Endpoint, read } from '#platform/http/endpoint.ts'
import * as api from '../api/sheet.ts'
import { formOf, readReportPeriod } from '../cutoff/places.ts'
import { periodsBefore } from '../rules/before.ts'
import { told } from '../sheet/columns.ts'
import { readSheet } from '../sheet/read-sheet.ts'
import { pageOf, unitsNamed, unitsUnder } from '../sheet/units.ts'
import { listAskedForms, listReporters } from '../store/sheet.ts'

export const formEndpoints: Endpoint[] = [
  read(api.listForms, {
    access: 'signed-in',
    handle: async ({ db }) => ({ forms: (await listAskedForms(db)).map(({ id: _, ...form }) => form) }),
  }),
  read(api.getSheet, {
    // Which of the units may be read is judged one by one: only those are shown.
    access: 'signed-in',
    async handle({ db, input, actor, today }) {
      const period = readReportPeriod(input.period)
      const form = await formOf(db, input.form, period)
      const asker = { actor, today, field: form.field }
      const { tree, units } =
        input.under !== undefined
          ? await unitsUnder(db, input.under, period, await listReporters(db, form.id, period.code), asker)
          : await unitsNamed(db, input.unit!.split(','), period, asker)
      const { page, nextCursor } = pageOf(units, input.after, input.limit)
      const { columns, rows } = await readSheet(db, { form, period, tree, units: page, asker })
      const cutoffs = new Set(rows.map((row) => JSON.stringify(row.cutoff)))
      const { code, name, nameEn, frequency, field } = form
      return {
        form: { code, name, nameEn, frequency, field },
        period: period.code,
        previousPeriod: periodsBefore(period, 1)[0]!,
        cutoff: cutoffs.size === 1 ? rows[0]!.cutoff : null,
        columns: columns.map(told),
        rows,
        nextCursor,
      }
    },
  }),
]
