// Beside the list: one unit's period at a glance.

import { addDays } from '#kernel/day.ts'
import { contains, parsePeriod } from '#kernel/period.ts'
import type { Outstanding } from '#modules/indicators/index.ts'
import { unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { WorkSide } from '../api/work.ts'
import { type DueDay, dataToOf, dueDays, joinDays } from '../rules/days.ts'
import { programmeLink, sheetLink } from '../rules/links.ts'
import { listDutyDays } from '../store/duties.ts'
import { listFormNames } from '../store/names.ts'
import { listUnitReports } from '../store/reports.ts'
import { targetedFigures } from './behind.ts'
import { outstandingOf, periodOf, type Question } from './question.ts'
import { reachesUnit } from './scope.ts'

const SHOWN = 40
/** Due days of duties that are told, before and after today: the strip shows a month. */
const AROUND_DAYS = 62

export async function sideOf(question: Question): Promise<WorkSide> {
  const { db, today, home, read, lang } = question
  const period = periodOf(question)
  const outstanding = await outstandingOf(question)
  const units = outstanding.flatMap((one) => one.units)
  const unit = home === null ? undefined : await unitByCode(db, home, period)
  const isRead = unit && reachesUnit(read, unit.id, null)
  const named = isRead ? await unitStateOn(db, unit.id, period.endsOn) : null
  const found = home && isRead ? await targetedFigures(db, { unit: home, period, today, lang }) : null
  return {
    on: today,
    unit: named && { id: String(unit!.id), code: named.code, name: named.name },
    days: joinDays(dueDays(units, today), await dutyDays(question)),
    dataTo: dataToOf(units, today),
    reports: named ? await reportLines(question, unit!.id, named.code, outstanding) : [],
    targets: (found?.figures ?? []).map(
      ({ indicator, label, value, target, unitOfMeasure, attainmentPercent, met, programme }) => ({
        indicator,
        label,
        value,
        target,
        unitOfMeasure,
        attainmentPercent,
        met,
        link: programmeLink(programme, home!, period.code),
      }),
    ),
  }
}

/** On which days duties are or were due that have not been answered. */
async function dutyDays({ db, today, duties: { follow } }: Question): Promise<DueDay[]> {
  if (follow === 'none') return []
  const span = { from: addDays(today, -AROUND_DAYS), to: addDays(today, AROUND_DAYS) }
  const days = await listDutyDays(db, follow, span)
  return days.map(({ on, count }) =>
    on < today ? { on, overdue: count, due: 0 } : { on, overdue: 0, due: count },
  )
}

/** The unit's own reports and, of what was opened, what it has not begun; for a unit above, how many have sent. */
async function reportLines(
  question: Question,
  unitId: number,
  code: string,
  outstanding: readonly Outstanding[],
): Promise<WorkSide['reports']> {
  const span = periodOf(question)
  const own = await listUnitReports(question.db, unitId, span, SHOWN)
  const known = new Set(own.map(({ form, period }) => `${form} ${period}`))
  const asked = outstanding.filter(
    ({ form, period }) => contains(span, parsePeriod(period)!) && !known.has(`${form.code} ${period}`),
  )
  const codes = [...own.map(({ form }) => form!), ...asked.map(({ form }) => form.code)]
  const formOf = await listFormNames(question.db, codes)
  const lines = [
    ...own.map((report) => ({
      form: report.form!,
      period: report.period!,
      state: report.locked_at ? ('locked' as const) : (report.state as 'draft'),
      filled: report.filled!,
      cells: report.state === 'returned' ? report.returned_cells! : 0,
      dueOn: dueOn(outstanding, report.form!, report.period!, unitId),
      units: null,
    })),
    ...asked.map(({ form, period, expected, units }) => ({
      form: form.code,
      period,
      state: null,
      filled: 0,
      cells: 0,
      dueOn: units[0]?.dueOn ?? null,
      units: expected === 1 ? null : { sent: expected - units.length, expected },
    })),
  ]
  const endOf = (line: { period: string }) => parsePeriod(line.period)!.endsOn
  return lines
    .toSorted((a, b) => (endOf(a) === endOf(b) ? (a.form < b.form ? -1 : 1) : endOf(a) < endOf(b) ? 1 : -1))
    .slice(0, SHOWN)
    .map(({ form, ...line }) => {
      const { asked, ...named } = formOf(form)
      return { ...line, form: named, asked, link: sheetLink({ form, period: line.period, unit: code }) }
    })
}

const dueOn = (outstanding: readonly Outstanding[], form: string, period: string, unitId: number) =>
  outstanding
    .find((one) => one.form.code === form && one.period === period)
    ?.units.find((unit) => unit.unitId === unitId)?.dueOn ?? null
