import { type Day, dayOf } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import { periodBefore } from '#kernel/period-before.ts'
import { findUnit, listUnitNames, loadTree, placeDay } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Actor } from '#platform/http/endpoint.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { loadCutoff } from '../cutoff/open.ts'
import { etagOf } from '../reporting.ts'
import { parseDimension } from '../rules/breakdown.ts'
import { listActions } from '../rules/lifecycle.ts'
import { type Indicator, QUALITIES } from '../schema.ts'
import { listBreakdowns, loadIndicators } from '../store/definitions.ts'
import type { Form } from '../store/forms.ts'
import { listLines, type StoredLine } from '../store/workbook.ts'
import type { UnitLine, ValueHead, WorkbookContent } from './content.ts'
import { keyOf } from './ids.ts'

/** Units by id, in the order in which they are to stand. */
export type AskedContent = { form: Form; period: Period; unitIds: readonly number[] }
export type Reader = { actor: Actor; now: Date; lang: Lang }

/** All that a form holds for these units now. Whether the reader may see them is asked before. */
export async function loadContent(
  db: Db,
  { form, period, unitIds }: AskedContent,
  reader: Reader,
): Promise<WorkbookContent> {
  const { lang } = reader
  const previous = periodBefore(period)
  const columns = await loadColumns(db, form, lang)
  const stored = await listLines(db, form.id, period.code, previous, unitIds)
  const isOpen = await openness(db, form, period, reader)
  const lines: UnitLine[] = []
  for (const unit of await listUnitNames(db, unitIds, period.endsOn)) {
    const line = stored.get(unit.id)!
    lines.push({
      unit: { id: unit.id, code: unit.code, name: unit.name },
      state: line.state,
      etag: line.state && etagOf(line),
      quality: QUALITIES[line.quality]!,
      isOpen: await isOpen(unit.id, line),
      cells: columns.map(({ cell }) => ({
        value: line.cells[cell] ?? null,
        previous: line.previous[cell] ?? null,
      })),
    })
  }
  return {
    form: { code: form.code, name: nameIn(lang, form) },
    period: period.code,
    previousPeriod: previous ?? '–',
    heads: columns.map(({ head }) => head),
    lines,
  }
}

/** A column, and the key under which its values are stored; '' while no report has ever held one. */
type Column = { head: ValueHead; cell: string }

/** An indicator's whole and, behind it, the items of its breakdown that are named in its definition. */
async function loadColumns(db: Db, form: Form, lang: Lang): Promise<Column[]> {
  const indicators = await loadIndicators(db)
  const ids = new Map([...(await listBreakdowns(db))].map(([id, key]) => [key, id]))
  return form.indicators.flatMap(({ id, code }) => {
    const indicator = indicators.get(code)!
    const dimension = parseDimension(indicator.breakdown)
    const items = (dimension?.items ?? []).map((item): Column => {
      const known = ids.get(`${dimension!.name}=${item}`)
      const key = keyOf({ indicator: code, breakdown: { [dimension!.name]: item } })
      return { head: headOf(indicator, key, lang, item), cell: known === undefined ? '' : `${id}:${known}` }
    })
    return [{ head: headOf(indicator, code, lang), cell: String(id) }, ...items]
  })
}

const nameIn = (lang: Lang, { name, nameEn }: { name: string; nameEn: string | null }) =>
  lang === 'en' ? (nameEn ?? name) : name

const headOf = (indicator: Indicator, key: string, lang: Lang, item?: string): ValueHead => ({
  key,
  label: item === undefined ? nameIn(lang, indicator) : `${nameIn(lang, indicator)} · ${item}`,
  unitOfMeasure: indicator.unitOfMeasure,
  minimum: indicator.minimum,
})

/** Whether a report may be typed in now: by its state, by the day, and by whoever asks. */
async function openness(db: Db, form: Form, period: Period, { actor, now }: Reader) {
  const today: Day = dayOf(now)
  const tree = await loadTree(db, period.endsOn)
  const cutoff = await loadCutoff(db, form, period, tree, today)
  const onItsLastDay = async (unitId: number) => {
    const then = await loadTree(db, placeDay((await findUnit(db, unitId))!, period.endsOn))
    return (await loadCutoff(db, form, period, then, today))(unitId).isOpen
  }
  return async (unitId: number, { state, isReturned }: StoredLine): Promise<boolean> => {
    if (!listActions(state, [], [], true).includes('save')) return false
    const inTime = isReturned || (tree.units.has(unitId) ? cutoff(unitId).isOpen : await onItsLastDay(unitId))
    const place = { unit: unitId, ...(form.field && { field: form.field }) }
    return inTime && (await actor.may(db, 'report.save', place, today))
  }
}
