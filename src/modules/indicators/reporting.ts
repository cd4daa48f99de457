// The life of a report: saved, submitted, returned or approved, locked (`design.md` §3.8). Nothing is overwritten.

import { Big, isDecimal, plain } from '#kernel/decimal.ts'
import type { Period } from '#kernel/period.ts'
import { placeDay, type UnitRef, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { PeriodProblem, ReportProblem, UnitProblem } from './problems.ts'
import { readPeriod } from './roll-up.ts'
import { breakdownKey, parseDimension } from './rules/breakdown.ts'
import { judgeAction, type ReportAction } from './rules/lifecycle.ts'
import { type Indicator, QUALITIES, type Quality, type Report, type ReportValue } from './schema.ts'
import { ensureBreakdowns, ensurePeriods, listBreakdowns } from './store/definitions.ts'
import { type Form, findForm } from './store/forms.ts'
import {
  type Cells,
  findReport,
  markLocked,
  markReport,
  type StoredReport,
  takeReport,
  writeDraft,
} from './store/reports.ts'
import { markPending } from './store/sums.ts'

/** Which report: the codes in its address. */
export type ReportKey = { form: string; unit: string; period: string }
/** Who acts, and when. */
export type Doing = { by: string; at: Date }
/** The answer, its entity tag, and what changed, for the audit. */
export type Saved = { report: Report; etag: string; unitId: number; subject: string; changes: object }

type Opened = { key: ReportKey; form: Form; unit: UnitRef; period: Period; stored: StoredReport | undefined }

/** The unit whose report this is: the place at which a permission must be held. */
export async function placeOfReport(db: Db, key: ReportKey): Promise<number> {
  const period = readPeriod(key.period)
  const unit = await unitByCode(db, key.unit, period)
  if (!unit) throw UnitProblem.notFound({ code: key.unit, on: period.endsOn })
  return unit.id
}

export async function showReport(db: Db, key: ReportKey): Promise<Saved> {
  const opened = await open(db, key)
  if (!opened.stored) throw ReportProblem.notFound({ ...key })
  return answer(db, opened, opened.stored, {})
}

/**
 * Saves cells into the draft: the draft that is there, or a new version built on the last one. Cells that are not
 * mentioned keep their values; a cell given as null is emptied.
 *
 * @param ifMatch the entity tag the writer last saw; undefined writes whatever is there.
 */
export async function saveReport(
  tx: Tx,
  key: ReportKey,
  given: { values: readonly ReportValue[]; quality?: Quality | undefined },
  { by, at }: Doing,
  ifMatch?: string,
): Promise<Saved> {
  const opened = await open(tx, key)
  if (opened.form.frequency !== opened.period.kind) throw ReportProblem.wrongFrequency({ ...key })
  const { cells, comments } = await readCells(tx, opened.form, given.values)
  const periodId = (await ensurePeriods(tx, [key.period])).get(key.period)!
  const place = { formId: opened.form.id, unitId: opened.unit.id, periodId }
  const taken = await takeReport(tx, place)
  const stored = taken.isNew ? undefined : await findReport(tx, place)
  checkMatch(stored, ifMatch)
  judge('save', stored, by)

  const version = stored?.state === 'draft' ? stored.version : (stored?.version ?? 0) + 1
  const quality = given.quality ? QUALITIES.indexOf(given.quality) : (stored?.quality ?? 2)
  const draft = {
    reportId: taken.id,
    version,
    quality,
    cells: { ...stored?.cells, ...cells },
    comments: { ...stored?.comments, ...comments },
    by,
    at,
  }
  await writeDraft(tx, draft)
  const now: StoredReport = {
    ...place,
    ...draft,
    id: taken.id,
    state: 'draft',
    revision: (stored?.revision ?? 0) + 1,
    submittedBy: null,
    approvedVersion: stored?.approvedVersion ?? null,
  }
  return answer(tx, { ...opened, stored: now }, now, { version, ...changesOf(stored?.cells ?? {}, cells) })
}

/** Submits, returns, approves, locks or reopens the latest version, when its state and the actor allow it. */
export async function decideReport(
  tx: Tx,
  key: ReportKey,
  action: Exclude<ReportAction, 'save'>,
  { by, at }: Doing,
  given: {
    reason?: string | undefined
    cells?: readonly Pick<ReportValue, 'indicator' | 'breakdown'>[] | undefined
    ifMatch?: string | undefined
  } = {},
): Promise<Saved> {
  const opened = await open(tx, key)
  if (!opened.stored) throw ReportProblem.notFound({ ...key })
  const { formId, unitId, periodId } = opened.stored
  await takeReport(tx, { formId, unitId, periodId })
  const stored = (await findReport(tx, { formId, unitId, periodId }))!
  checkMatch(stored, given.ifMatch)
  judge(action, stored, by)

  const decision = { report: stored, by, at, ...(given.reason && { reason: given.reason }) }
  if (action === 'lock' || action === 'reopen') await markLocked(tx, stored.id, action === 'lock' ? at : null)
  else {
    const cells =
      given.cells &&
      Object.keys(
        (
          await readCells(
            tx,
            opened.form,
            given.cells.map((c) => ({ ...c, value: null })),
          )
        ).cells,
      )
    await markReport(tx, action, { ...decision, ...(cells && { cells }) })
    await markPending(tx, periodId, indicatorsOf(stored.cells))
  }
  const now = (await findReport(tx, { formId, unitId, periodId }))!
  const said = {
    version: now.version,
    before: stored.state,
    after: now.state,
    ...(given.reason && { reason: given.reason }),
  }
  return answer(tx, opened, now, said)
}

async function open(db: Db, key: ReportKey): Promise<Opened> {
  const period = readPeriod(key.period)
  if (period.kind === 'term') throw PeriodProblem.malformed({ code: key.period })
  const unit = await unitByCode(db, key.unit, period)
  if (!unit)
    throw UnitProblem.notFound({ code: key.unit, on: placeDay({ endsOn: 'infinity' }, period.endsOn) })
  const form = await findForm(db, key.form)
  if (!form) throw ReportProblem.formNotFound({ form: key.form })
  const periodRow = await db
    .selectFrom('periods')
    .select('id')
    .where('code', '=', key.period)
    .executeTakeFirst()
  const stored =
    periodRow && (await findReport(db, { formId: form.id, unitId: unit.id, periodId: periodRow.id }))
  return { key, form, unit, period, stored }
}

function checkMatch(stored: StoredReport | undefined, ifMatch: string | undefined): void {
  if (!ifMatch || ifMatch === '*') return
  if (!stored || ifMatch.replace(/^W\//, '') !== etagOf(stored))
    throw ReportProblem.stale({ current: stored ? etagOf(stored) : '' })
}

function judge(action: ReportAction, stored: StoredReport | undefined, by: string): void {
  const verdict = judgeAction(action, stored?.state ?? null, by, stored?.submittedBy ?? null)
  if (verdict.kind === 'may') return
  if (verdict.because === 'own-submission') throw ReportProblem.ownSubmission()
  throw ReportProblem.notNow({ action, state: verdict.because })
}

/** Turns given values into cells; every fault is told, each with its place in the input. */
async function readCells(tx: Tx, form: Form, values: readonly ReportValue[]) {
  const asked = new Map(form.indicators.map((i) => [i.code, i]))
  const faults: Fault[] = []
  const read = values.flatMap((given, n) => {
    const indicator = asked.get(given.indicator)
    const refuse = (member: string, code: string, details: object = {}) => {
      faults.push({
        path: `values.${n}.${member}`,
        code: `report.${code}`,
        details: { ...given, ...details } as Fault['details'] & object,
      })
      return []
    }
    if (!indicator) return refuse('indicator', 'notAsked', { form: form.code })
    const [dimension, item] = Object.entries(given.breakdown ?? {})[0] ?? []
    const key = breakdownKey(dimension ? `${dimension}=${item}` : '', parseDimension(indicator.breakdown))
    if ('fault' in key || Object.keys(given.breakdown ?? {}).length > 1)
      return refuse('breakdown', 'breakdown', { asked: indicator.breakdown ?? '–' })
    if (given.value !== null && !isDecimal(given.value)) return refuse('value', 'number')
    if (given.value !== null && indicator.minimum !== null && new Big(given.value).lt(indicator.minimum))
      return refuse('value', 'minimum', { minimum: indicator.minimum })
    return [{ indicator, key: key.key, given }]
  })
  if (faults.length > 0) throw ReportProblem.invalid({ count: faults.length }, faults)

  const ids = await ensureBreakdowns(
    tx,
    read.map((r) => r.key),
  )
  const cells: Cells = {}
  const comments: Record<string, string> = {}
  for (const { indicator, key, given } of read) {
    const cell = cellKey(indicator, ids.get(key)!)
    cells[cell] = given.value === null ? null : plain(given.value)
    if (given.comment !== undefined) comments[cell] = given.comment
  }
  return { cells, comments }
}

const cellKey = (indicator: Indicator, breakdownId: number) =>
  breakdownId === 0 ? String(indicator.id) : `${indicator.id}:${breakdownId}`
const indicatorsOf = (cells: Cells): number[] => [
  ...new Set(Object.keys(cells).map((key) => Number.parseInt(key, 10))),
]
const etagOf = (stored: { version: number; revision: number }) => `"${stored.version}.${stored.revision}"`

function changesOf(before: Cells, given: Cells) {
  const changed = Object.keys(given).filter((key) => before[key] !== given[key])
  return {
    before: Object.fromEntries(changed.map((key) => [key, before[key] ?? null])),
    after: Object.fromEntries(changed.map((key) => [key, given[key]])),
  }
}

async function answer(
  db: Db,
  { key, form, unit }: Opened,
  stored: StoredReport,
  changes: object,
): Promise<Saved> {
  const codes = new Map(form.indicators.map((i) => [i.id, i.code]))
  const breakdowns = Object.keys(stored.cells).some((cell) => cell.includes(':'))
    ? await listBreakdowns(db)
    : new Map<number, string>()
  const values = Object.entries(stored.cells).flatMap(([cell, value]) => {
    const [id, breakdownId] = cell.split(':').map(Number)
    const indicator = codes.get(id!)
    if (!indicator) return []
    const [dimension, item] = breakdownId ? breakdowns.get(breakdownId)!.split('=', 2) : []
    const comment = stored.comments[cell]
    return [
      {
        indicator,
        ...(dimension && { breakdown: { [dimension]: item! } }),
        value,
        ...(comment && { comment }),
      },
    ]
  })
  const report: Report = {
    ...key,
    version: stored.version,
    state: stored.state,
    quality: QUALITIES[stored.quality]!,
    values,
  }
  return {
    report,
    etag: etagOf(stored),
    unitId: unit.id,
    subject: `report:${key.form}/${key.unit}/${key.period}`,
    changes,
  }
}
