import { loadCodes } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, type Place, type ReadContext, read, write } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import { translator } from '#platform/i18n/translate.ts'
import { receiveWholeUpload } from '#platform/imports/upload.ts'
import * as api from '../api/workbook.ts'
import { expectedUnits, formOf, groundOf, readReportPeriod } from '../cutoff/places.ts'
import { UnitProblem } from '../problems.ts'
import { fieldOfForm } from '../store/forms.ts'
import { bringIn } from './bring-in.ts'
import { loadContent } from './load-content.ts'
import { markWorkbook } from './mark-workbook.ts'
import { WorkbookProblem } from './problems.ts'
import { writeWorkbook } from './write-workbook.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Asked = { form: string; period: string; unit?: string | undefined; under?: string | undefined }

export const workbookEndpoints: Endpoint[] = [
  read(api.getWorkbook, {
    access: { may: 'report.read', at: async (db, asked) => (await placesOf(db, asked))[0]! },
    async handle(c) {
      const { db, input, lang } = c
      const period = readReportPeriod(input.period)
      const form = await formOf(db, input.form, period)
      const unitIds = await readableUnits(c)
      const content = await loadContent(db, { form, period, unitIds }, c)
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

/** Where each asked unit lies, in the form's line of work. @throws unit.notFound */
async function placesOf(
  db: Db,
  { form, period: code, unit, under }: Asked,
): Promise<Extract<Place, object>[]> {
  const field = await fieldOfForm(db, form)
  const placeAt = (id: number) => ({ unit: id, ...(field && { field }) })
  if (under !== undefined) return [placeAt((await groundOf(db, under, code)).unitId)]
  const period = readReportPeriod(code)
  const codes = await loadCodes(db)
  return [...new Set(unit!.split(','))].map((one) => {
    const id = codes.find(one.trim(), period)
    if (id === undefined) throw UnitProblem.notFound({ code: one, on: period.endsOn })
    return placeAt(id)
  })
}

/** Units asked by name have to be readable one and all; below a unit, the first place stands for all. */
async function readableUnits(c: ReadContext<Asked>): Promise<number[]> {
  const { db, input, actor, today } = c
  if (input.under !== undefined) {
    const { tree, unitId } = await groundOf(db, input.under, input.period)
    return checkCount(expectedUnits(tree, unitId))
  }
  const places = await placesOf(db, input)
  checkCount(places.map(({ unit }) => unit))
  for (const place of places.slice(1))
    if (!(await actor.may(db, 'report.read', place, today))) throw AuthProblem.forbidden()
  return places.map(({ unit }) => unit)
}

function checkCount(unitIds: number[]): number[] {
  const most = api.MAX_WORKBOOK_UNITS
  if (unitIds.length > most) throw WorkbookProblem.tooManyUnits({ count: unitIds.length, most })
  return unitIds
}
