import { type Endpoint, type Place, read, write } from '#platform/http/endpoint.ts'
import { translator } from '#platform/i18n/translate.ts'
import { receiveWholeUpload } from '#platform/imports/upload.ts'
import * as api from '../api/workbook.ts'
import { formOf, readReportPeriod } from '../cutoff/places.ts'
import { unitsNamed, unitsUnder } from '../sheet/units.ts'
import { listReporters } from '../store/sheet.ts'
import { bringIn } from './bring-in.ts'
import { loadContent } from './load-content.ts'
import { markWorkbook } from './mark-workbook.ts'
import { WorkbookProblem } from './problems.ts'
import { writeWorkbook } from './write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const workbookEndpoints: Endpoint[] = [
  read(api.getWorkbook, {
    // Which of the units may be read is judged one by one: only those are in it.
    access: 'signed-in',
    async handle({ db, input, actor, today, lang }) {
      const period = readReportPeriod(input.period)
      const form = await formOf(db, input.form, period)
      const asker = { actor, today, field: form.field }
      const { tree, units } =
        input.under !== undefined
          ? await unitsUnder(db, input.under, period, await listReporters(db, form.id, period.code), asker)
          : await unitsNamed(db, input.unit!.split(','), period, asker)
      checkCount(units.length)
      const content = await loadContent(db, { form, period, tree, units, asker }, lang)
      const whose = content.lines.length === 1 ? ` · ${content.lines[0]!.unit.name}` : ''
      const name = `${content.form.name} · ${content.period}${whose}.xlsx`
      return { name, mediaType: XLSX, content: await writeWorkbook(content, lang) }
    },
  }),
  write(api.markWorkbook, {
    access: { may: 'report.save', at: async (): Promise<Place> => 'somewhere' },
    body: 'raw',
    receive: ({ http }) => receiveWholeUpload(http),
    async handle({ tx, input, received: file, discard, ...c }) {
      const doing = { dryRun: true, keepGood: false, submit: false, conflicts: input.conflicts }
      const { rejections } = await bringIn(tx, { ...c, ...doing, file, t: translator(c.lang) })
      discard()
      const whole = rejections.find(({ cell }) => cell === null)
      if (file.fault || whole) throw WorkbookProblem.unreadable({ reason: whole?.message ?? '' })
      return { name: file.name, mediaType: XLSX, content: await markWorkbook(file.path, rejections) }
    },
  }),
]

function checkCount(count: number): void {
  const most = api.MAX_WORKBOOK_UNITS
  if (count > most) throw WorkbookProblem.tooManyUnits({ count, most })
}
