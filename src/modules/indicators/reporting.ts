// The life of a report: saved, submitted, returned or approved, locked (`design.md` §3.8). Nothing is overwritten.

import { recallUnitByCode, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { PeriodProblem, ReportProblem, UnitProblem } from './problems.ts'
import { digestOf, readCells } from './report-cells.ts'
import { readPeriod } from './roll-up.ts'
import { judgeAction, type ReportAction } from './rules/lifecycle.ts'
import { QUALITIES, type Quality, type Report, type ReportState, type ReportValue } from './schema.ts'
import { ensurePeriods, listBreakdowns } from './store/definitions.ts'
import type { Form } from './store/forms.ts'
import { projectReport } from './store/projection.ts'
import {
  markLocked,
  markReport,
  openReport,
  type StoredReport,
  takeReport,
  writeVersion,
} from './store/reports.ts'

/** Which report: the codes in its address. */
export type ReportKey = { form: string; unit: string; period: string }
/** Who acts, and when. */
export type Doing = { by: string; at: Date }
/** The answer, its entity tag, and what changed, for the audit. */
export type Saved = { report: Report; etag: string; unitId: number; subject: string; changes: object }

type Opened = { key: ReportKey; form: Form; unitId: number; stored: StoredReport | null }

/** The unit whose report this is: the place at which a permission must be held. */
export async function placeOfReport(db: Db, key: ReportKey): Promise<number> {
  const period = readReportPeriod(key)
  const unit = await unitByCode(db, key.unit, period)
  if (!unit) throw UnitProblem.notFound({ code: key.unit, on: period.endsOn })
  return unit.id
}

export async function showReport(db: Db, key: ReportKey): Promise<Saved> {
  const unitId = await placeOfReport(db, key)
  const opened = await openReport(db, { form: key.form, unitId, period: key.period })
  if (!opened) throw ReportProblem.formNotFound({ form: key.form })
  if (!opened.report?.state) throw ReportProblem.notFound({ ...key })
  return answer(db, { key, unitId, form: opened.form, stored: opened.report }, opened.report, {})
}

/**
 * Saves cells into the draft: the draft that is there, or a new version built on the last one. Cells that are not
 * mentioned keep their values; a cell given as null is emptied. With `submit` the version is submitted at once.
 *
 * @param ifMatch the entity tag the writer last saw; undefined writes whatever is there.
 */
export async function saveReport(
  tx: Tx,
  key: ReportKey,
  given: { values: readonly ReportValue[]; quality?: Quality | undefined; submit?: boolean | undefined },
  { by, at }: Doing,
  ifMatch?: string,
): Promise<Saved> {
  const opened = await take(tx, key)
  const { form, stored } = opened
  if (form.frequency !== readReportPeriod(key).kind) throw ReportProblem.wrongFrequency({ ...key })
  checkMatch(stored, ifMatch)
  judge('save', stored, by)
  const { cells, comments } = await readCells(tx, form, given.values)

  const isSubmitted = given.submit === true
  const version = {
    version: stored.state === 'draft' ? stored.version : stored.version + 1,
    quality: given.quality ? QUALITIES.indexOf(given.quality) : stored.quality,
    cells: { ...stored.cells, ...cells },
    comments: { ...stored.comments, ...comments },
    isSubmitted,
    by,
    at,
  }
  await writeVersion(tx, stored, version)
  const now: StoredReport = {
    ...stored,
    ...version,
    state: isSubmitted ? 'submitted' : 'draft',
    revision: stored.revision + 1,
    submittedBy: isSubmitted ? by : null,
  }
  const said = { version: now.version, state: now.state, cells: digestOf(now) }
  return answer(tx, opened, now, said)
}

/** Submits, returns, approves, locks or reopens the latest version, when its state and the actor allow it. */
export async function decideReport(
  tx: Tx,
  key: ReportKey,
  action: Exclude<ReportAction, 'save'>,
  { by, at }: Doing,
  given: {
    reason?: string | undefined
    cells?: readonly CellName[] | undefined
    ifMatch?: string | undefined
  } = {},
): Promise<Saved> {
  const opened = await take(tx, key)
  const { form, stored } = opened
  if (stored.state === null) throw ReportProblem.notFound({ ...key })
  checkMatch(stored, given.ifMatch)
  const next = judge(action, stored, by)
  const { reason } = given

  if (action === 'lock' || action === 'reopen') await markLocked(tx, stored.id, action === 'lock' ? at : null)
  else {
    const named = given.cells?.map((cell) => ({ ...cell, value: null }))
    const cells = named && Object.keys((await readCells(tx, form, named)).cells)
    await markReport(tx, action, {
      report: stored,
      by,
      at,
      ...(reason && { reason }),
      ...(cells && { cells }),
    })
    await projectReport(tx, stored.id)
  }
  const now = { ...stored, state: next, revision: stored.revision + 1 }
  return answer(tx, opened, now, {
    version: now.version,
    cells: digestOf(now),
    before: stored.state,
    after: next,
    ...(reason && { reason }),
  })
}

type CellName = Pick<ReportValue, 'indicator' | 'breakdown'>

function readReportPeriod(key: ReportKey) {
  const period = readPeriod(key.period)
  if (period.kind === 'term') throw PeriodProblem.malformed({ code: key.period })
  return period
}

/** Opens the report for writing; two writers of the same report follow one another. */
async function take(tx: Tx, key: ReportKey): Promise<Opened & { stored: StoredReport }> {
  const { unitId, opened } = await takeThere(tx, key)
  if (!opened) throw ReportProblem.formNotFound({ form: key.form })
  if (opened.report) return { key, form: opened.form, unitId, stored: opened.report }
  await ensurePeriods(tx, [key.period])
  const again = (await takeReport(tx, { ...key, unitId }))!
  return { key, form: again.form, unitId, stored: again.report! }
}

/** By the unit that this process remembers while that still holds: one statement instead of two. */
async function takeThere(tx: Tx, key: ReportKey) {
  const recalled = recallUnitByCode(key.unit, readReportPeriod(key))
  const opened = recalled && (await takeReport(tx, { ...key, unitId: recalled.id }))
  if (recalled && opened?.units === recalled.revision) return { unitId: recalled.id, opened }
  const unitId = await placeOfReport(tx, key)
  return { unitId, opened: await takeReport(tx, { ...key, unitId }) }
}

function checkMatch(stored: StoredReport, ifMatch: string | undefined): void {
  if (!ifMatch || ifMatch === '*') return
  const current = stored.state === null ? '' : etagOf(stored)
  if (ifMatch.replace(/^W\//, '') !== current) throw ReportProblem.stale({ current })
}

function judge(action: ReportAction, stored: StoredReport, by: string): ReportState {
  const verdict = judgeAction(action, stored.state, by, stored.submittedBy)
  if (verdict.kind === 'may') return verdict.next
  if (verdict.because === 'own-submission') throw ReportProblem.ownSubmission()
  throw ReportProblem.notNow({ action, state: verdict.because })
}

async function answer(
  db: Db,
  { key, form, unitId }: Opened,
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
    form: key.form,
    unit: key.unit,
    period: key.period,
    version: stored.version,
    state: stored.state!,
    quality: QUALITIES[stored.quality]!,
    values,
  }
  return {
    report,
    etag: etagOf(stored),
    unitId,
    subject: `report:${key.form}/${key.unit}/${key.period}`,
    changes,
  }
}

const etagOf = (stored: { version: number; revision: number }) => `"${stored.version}.${stored.revision}"`
