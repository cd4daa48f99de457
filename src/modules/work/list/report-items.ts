// Lines of the list of work that are about reports.

import type { Day } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import type { Outstanding, OutstandingUnit } from '#modules/indicators/index.ts'
import { listUnitNames } from '#modules/organisation/index.ts'
import { findPeople } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import type { ReportWork, WorkAction } from '../api/work.ts'
import { boardLink, checkLink, sheetLink } from '../rules/links.ts'
import { daysPast, type Line } from '../rules/split.ts'
import { listFormNames, listNamesThen } from '../store/names.ts'
import { listFilled, type OpenReport } from '../store/reports.ts'

/** Of several units, so many are named. */
const NAMED = 3

/** When a report is due, where the office has opened it. */
export type DueOf = (report: {
  form: string
  period: string
  unitId: number
}) => Pick<OutstandingUnit, 'dueOn' | 'dataTo'> | undefined

/** Reports that were returned, or wait to be checked. */
export async function openItems(
  db: Db,
  reports: readonly OpenReport[],
  { action, dueOf, today }: { action: WorkAction; dueOf: DueOf; today: Day },
): Promise<ReportWork[]> {
  const formOf = await listFormNames(
    db,
    reports.map(({ form }) => form),
  )
  const unitOf = await listNamesThen(db, reports)
  const personOf = await findPeople(
    db,
    reports.map(({ by }) => by),
  )
  const link = action === 'check' ? checkLink : sheetLink
  return reports.map((report) => {
    const { form, period, version, filled, reason, cells, by, at } = report
    const unit = unitOf(report)
    const { dueOn = null, dataTo = null } = dueOf(report) ?? {}
    const { asked, ...named } = formOf(form)
    return {
      about: 'report',
      form: named,
      period,
      unit,
      units: 1,
      expected: 1,
      names: [],
      version,
      filled,
      asked,
      reason,
      cells,
      by: personOf(by),
      at: at.toISOString(),
      dueOn,
      daysLate: daysPast(dueOn, today),
      dataTo,
      action,
      link: link({ form, period, unit: unit?.code ?? null }),
    }
  })
}

/** Reports that have been asked for and not sent. */
export async function outstandingItems(
  db: Db,
  lines: readonly Line<Outstanding, OutstandingUnit>[],
  { mayEnter, today }: { mayEnter: boolean; today: Day },
): Promise<ReportWork[]> {
  const single = lines.map(({ of, units }) => ({
    form: of.form.code,
    period: of.period,
    unitId: units[0]!.unitId,
  }))
  const filled = await listFilled(db, single)
  const names = await Promise.all(
    lines.map(({ of, units }) =>
      listUnitNames(
        db,
        units.slice(0, NAMED).map(({ unitId }) => unitId),
        parsePeriod(of.period)!.endsOn,
      ),
    ),
  )
  const personOf = await findPeople(
    db,
    lines.map(({ of }) => of.by),
  )
  return lines.map(({ of, dueOn, units }, n) => {
    const isOne = units.length === 1
    const { id, code, name } = names[n]![0]!
    const { asked, field: _, ...form } = of.form
    const unit = isOne ? { id: String(id), code, name } : null
    const begun = isOne ? filled[n] : undefined
    const about = { form: form.code, period: of.period, unit: unit?.code ?? null }
    return {
      about: 'report',
      form,
      period: of.period,
      unit,
      units: units.length,
      expected: of.expected,
      names: isOne ? [] : names[n]!.map((named) => named.name),
      version: begun?.version ?? null,
      filled: isOne ? (begun?.filled ?? 0) : null,
      asked,
      reason: null,
      cells: 0,
      by: personOf(of.by),
      at: of.at.toISOString(),
      dueOn,
      daysLate: daysPast(dueOn, today),
      dataTo: units[0]!.dataTo,
      action: !mayEnter ? 'look' : begun ? 'continue' : 'enter',
      link: isOne || mayEnter ? sheetLink(about) : boardLink(about),
    }
  })
}
