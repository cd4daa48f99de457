// One form for many units: what each said, said before, and usually says.

import type { Day } from '#kernel/day.ts'
import type { Period } from '#kernel/period.ts'
import type { Tree } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Asker } from '../allowed.ts'
import { listAllowed } from '../allowed.ts'
import type { SheetCell, SheetRow } from '../api/sheet.ts'
import { type CutoffOf, cutoffOf, loadCutoff } from '../cutoff/open.ts'
import { namesOn } from '../cutoff/places.ts'
import { cellNamer, type NameCell, tellReturn } from '../report-answer.ts'
import { etagOf, submittersOf } from '../reporting.ts'
import { periodsBefore } from '../rules/before.ts'
import { listActions } from '../rules/lifecycle.ts'
import { HISTORY, usualRange } from '../rules/outlier.ts'
import { REPORT_ACTIONS, type ReportAction } from '../schema.ts'
import { listBreakdowns } from '../store/definitions.ts'
import type { Form } from '../store/forms.ts'
import { listPast, type Past } from '../store/sheet.ts'
import { listReports, type StoredReport } from '../store/stored-report.ts'
import { columnsOf, type KeyedColumn } from './columns.ts'

export type SheetPage = { columns: KeyedColumn[]; rows: SheetRow[] }
type Asking = { form: Form; period: Period; tree: Tree; units: readonly number[]; asker: Asker }

/** Reads the rows of some units; the same few statements however many they are. */
export async function readSheet(db: Db, asking: Asking): Promise<SheetPage> {
  const { form, period, tree, units } = asking
  const reports = await listReports(db, form.id, period.code, units)
  const past = await listPast(db, {
    indicatorIds: form.indicators.map((i) => i.id),
    unitIds: units,
    periods: periodsBefore(period, HISTORY),
  })
  const isParted = form.indicators.some((i) => i.breakdown)
  const breakdowns = isParted ? await listBreakdowns(db) : new Map<number, string>()
  const met = new Set([
    ...[...reports.values()].flatMap((report) => Object.keys(report.cells)),
    ...[...past.values()].flatMap((cells) => Object.keys(cells)),
  ])
  const columns = columnsOf(form, breakdowns, met)
  const name = await cellNamer(db, form, [...reports.values()])
  const names = await namesOn(db, units, tree.on)
  const judge = await judgeRows(db, asking, reports)
  const rows = units.map((unit): SheetRow => {
    const report = reports.get(unit)
    const cells = columns.map((column) => tellCell(column, report, past.get(unit)?.[column.key], name))
    return { unit: names.get(unit)!, ...tellState(report), ...judge(unit), cells }
  })
  return { columns, rows }
}

const tellState = (report: StoredReport | undefined) => ({
  state: report?.state ?? null,
  version: report?.version ?? 0,
  etag: report ? etagOf(report) : null,
  ...(report?.submittedBy && { submittedBy: report.submittedBy }),
  ...(report?.submittedAt && { submittedAt: report.submittedAt.toISOString() }),
  ...(report?.returned && { returned: tellReturn(report.returned) }),
})

function tellCell(
  { key, minimum }: KeyedColumn,
  report: StoredReport | undefined,
  past: Past | undefined,
  name: NameCell,
): SheetCell | null {
  const isSaid = report && (key in report.cells || report.returned?.cells?.[key] !== undefined)
  if (!isSaid && !past) return null
  const { value, comment, evidence, returned } = (isSaid && name(key, report)) || { value: null }
  return {
    value,
    previous: past?.previous ?? null,
    usual: past ? usualRange(past.history, minimum) : null,
    ...(comment && { comment }),
    ...(evidence && { evidence }),
    ...(returned !== undefined && { returned }),
  }
}

/** What may be done with each row, and where its cut-off stands. */
async function judgeRows(
  db: Db,
  { form, period, tree, units, asker }: Asking,
  reports: ReadonlyMap<number, StoredReport>,
): Promise<(unit: number) => Pick<SheetRow, 'may' | 'cutoff'>> {
  const { actor, today } = asker
  const cutoffs = await cutoffOfAll(db, form, period, tree, units, today)
  const names = actor.onBehalfOf ? [actor.name, actor.onBehalfOf] : [actor.name]
  const acts = new Map(
    units.map((unit) => {
      const report = reports.get(unit)
      const isOpen = cutoffs(unit).isOpen || report?.returned != null
      return [unit, listActions(report?.state ?? null, names, report ? submittersOf(report) : [], isOpen)]
    }),
  )
  const allowed = new Map<ReportAction, Set<number>>()
  for (const action of REPORT_ACTIONS) {
    const wanted = units.filter((unit) => acts.get(unit)!.includes(action))
    if (wanted.length > 0) allowed.set(action, await listAllowed(db, asker, `report.${action}`, tree, wanted))
  }
  return (unit) => {
    const { openedOn: _, ...cutoff } = cutoffs(unit)
    return {
      may: acts.get(unit)!.filter((action) => allowed.get(action)?.has(unit)),
      cutoff: cutoff.dueOn === null && cutoff.closesOn === null ? null : cutoff,
    }
  }
}

async function cutoffOfAll(
  db: Db,
  form: Form,
  period: Period,
  tree: Tree,
  units: readonly number[],
  today: Day,
): Promise<CutoffOf> {
  const inTree = await loadCutoff(db, form, period, tree, today)
  const gone = new Map<number, ReturnType<CutoffOf>>()
  for (const unit of units)
    if (!tree.units.has(unit)) gone.set(unit, await cutoffOf(db, form, unit, period, today))
  return (unit) => gone.get(unit) ?? inTree(unit)
}
