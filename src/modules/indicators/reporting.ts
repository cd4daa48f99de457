// The life of a report: saved, submitted, returned or approved, locked (`design.md` §3.8). Nothing is overwritten.

import { dayOf } from '#kernel/day.ts'
import { recallUnitByCode, unitByCode } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { cutoffOf, isSurelyOpen } from './cutoff/open.ts'
import { readReportPeriod } from './cutoff/places.ts'
import { ReportProblem, UnitProblem } from './problems.ts'
import { type ReportSaid, tellReport } from './report-answer.ts'
import { digestOf, readCells } from './report-cells.ts'
import { judgeAction, listActions } from './rules/lifecycle.ts'
import {
  type CellName,
  QUALITIES,
  type Quality,
  type ReportAction,
  type ReportState,
  type ReportValue,
} from './schema.ts'
import { ensurePeriods } from './store/definitions.ts'
import { type Form, readPlace } from './store/forms.ts'
import { projectReport } from './store/projection.ts'
import { type Doing, markLocked, markReport, openReport, takeReport, writeVersion } from './store/reports.ts'
import type { StoredReport } from './store/stored-report.ts'

/** Which report: the codes in its address. */
export type ReportKey = { form: string; unit: string; period: string }

/** Where a report's permissions must be held: at its unit, in its form's line of work. */
export type ReportPlace = { unit: number; field?: string }

/** The answer, its entity tag, and what changed, for the audit. `acts` is what the life cycle and the cut-off allow next. */
export type Saved = {
  report: ReportSaid
  etag: string
  unitId: number
  place: ReportPlace
  subject: string
  changes: object
  acts: ReportAction[]
}

type Opened = { key: ReportKey; form: Form; unitId: number; stored: StoredReport }

/** Where the permission for a report must be held. A form that is not there has no line of work. */
export async function placeOfReport(db: Db, key: ReportKey): Promise<ReportPlace> {
  const { field, units } = await readPlace(db, key.form)
  const recalled = recallUnitByCode(key.unit, readReportPeriod(key.period))
  return placeIn(recalled?.revision === units ? recalled.id : await unitOfReport(db, key), field)
}

const placeIn = (unit: number, field: string | null): ReportPlace => ({ unit, ...(field && { field }) })

async function unitOfReport(db: Db, key: ReportKey): Promise<number> {
  const period = readReportPeriod(key.period)
  const unit = await unitByCode(db, key.unit, period)
  if (!unit) throw UnitProblem.notFound({ code: key.unit, on: period.endsOn })
  return unit.id
}

/** The latest version, or an earlier one: with that nobody does anything any more. */
export async function showReport(db: Db, key: ReportKey, doing: Doing, version?: number): Promise<Saved> {
  const unitId = await unitOfReport(db, key)
  const opened = await openReport(db, { form: key.form, unitId, period: key.period }, version)
  if (!opened) throw ReportProblem.formNotFound({ form: key.form })
  const { form, report: stored } = opened
  if (!stored?.state) throw ReportProblem.notFound({ ...key })
  const isOld = version !== undefined && version !== stored.latestVersion
  const isOpen = isOld || (await mayStillSave(db, { key, form, unitId, stored }, doing.at))
  const saved = await answer(db, { key, form, unitId, stored }, stored, doing, isOpen, {})
  return isOld ? { ...saved, acts: [] } : saved
}

/**
 * Saves cells into the draft: the draft that is there, or a new version built on the last one. Cells that are not
 * mentioned keep their values; a cell given as null is emptied. With `submit` the version is submitted at once.
 *
 * @param ifMatch the entity tag the writer last saw; undefined writes whatever is there.
 * @throws report.closed after the close, unless an exception holds or the report was sent back.
 */
export async function saveReport(
  tx: Tx,
  key: ReportKey,
  given: { values: readonly ReportValue[]; quality?: Quality | undefined; submit?: boolean | undefined },
  doing: Doing,
  ifMatch?: string,
): Promise<Saved> {
  const opened = await take(tx, key)
  const { form, stored, unitId } = opened
  if (form.frequency !== readReportPeriod(key.period).kind) throw ReportProblem.wrongFrequency({ ...key })
  checkMatch(stored, ifMatch)
  judge('save', stored, doing)
  await refuseWhenClosed(tx, opened, doing.at)
  const { cells, comments, evidence } = await readCells(tx, { form, unitId }, given.values, doing.at)

  const isSubmitted = given.submit === true
  const version = {
    version: stored.state === 'draft' ? stored.version : stored.version + 1,
    quality: given.quality ? QUALITIES.indexOf(given.quality) : stored.quality,
    cells: { ...stored.cells, ...cells },
    comments: { ...stored.comments, ...comments },
    evidence: { ...stored.evidence, ...evidence },
    isSubmitted,
    ...doing,
  }
  await writeVersion(tx, stored, version)
  const now: StoredReport = {
    ...stored,
    ...version,
    state: isSubmitted ? 'submitted' : 'draft',
    revision: stored.revision + 1,
    submittedBy: isSubmitted ? doing.by : null,
    submittedFor: isSubmitted ? (doing.onBehalfOf ?? null) : null,
    returned: isSubmitted ? null : stored.returned,
  }
  return answer(tx, opened, now, doing, true, {
    version: now.version,
    state: now.state,
    cells: digestOf(now),
  })
}

/** Single cells are returned each with a reason of its own, or with that of the whole. */
type Decided = {
  reason?: string | undefined
  cells?: readonly (CellName & { reason?: string | undefined })[] | undefined
  ifMatch?: string | undefined
}

/** Submits, returns, approves, locks or reopens the latest version, when its state and the actor allow it. */
export async function decideReport(
  tx: Tx,
  key: ReportKey,
  action: Exclude<ReportAction, 'save'>,
  doing: Doing,
  given: Decided = {},
): Promise<Saved> {
  const opened = await take(tx, key)
  const { stored } = opened
  if (stored.state === null) throw ReportProblem.notFound({ ...key })
  checkMatch(stored, given.ifMatch)
  const next = judge(action, stored, doing)
  if (action === 'submit') await refuseWhenClosed(tx, opened, doing.at)
  const { reason } = given
  const cells = given.cells && (await readReturned(tx, opened, given.cells, doing.at))

  if (action === 'lock' || action === 'reopen')
    await markLocked(tx, stored.id, action === 'lock' ? doing.at : null)
  else {
    await markReport(tx, action, {
      report: stored,
      ...doing,
      ...(reason && { reason }),
      ...(cells && { cells }),
    })
    await projectReport(tx, stored.id)
  }
  const now = decided(stored, action, next, doing, { reason: reason ?? null, cells: cells ?? null })
  const isOpen = await mayStillSave(tx, { ...opened, stored: now }, doing.at)
  return answer(tx, opened, now, doing, isOpen, {
    version: now.version,
    cells: digestOf(now),
    before: stored.state,
    after: next,
    ...(reason && { reason }),
    ...(cells && { returned: cells }),
  })
}

/** The report as it stands after a decision. */
function decided(
  stored: StoredReport,
  action: ReportAction,
  next: ReportState,
  { by, onBehalfOf, at }: Doing,
  why: { reason: string | null; cells: Record<string, string> | null },
): StoredReport {
  return {
    ...stored,
    state: next,
    revision: stored.revision + 1,
    returned: action === 'return' ? { ...why, by, at } : action === 'submit' ? null : stored.returned,
    ...(action === 'submit' && { submittedBy: by, submittedFor: onBehalfOf ?? null }),
    ...(action === 'approve' && { approvedVersion: stored.version }),
  }
}

async function readReturned(
  tx: Tx,
  { form, unitId }: Opened,
  cells: readonly (CellName & { reason?: string | undefined })[],
  at: Date,
): Promise<Record<string, string>> {
  const named = cells.map(({ indicator, breakdown }) => ({ indicator, breakdown, value: null }))
  const read = await readCells(tx, { form, unitId }, named, at)
  return Object.fromEntries(read.keys.map((key, n) => [key, cells[n]!.reason ?? '']))
}

/** What was sent back may be corrected after the close: sending it back says so. */
async function mayStillSave(db: Db, { key, form, unitId, stored }: Opened, at: Date): Promise<boolean> {
  const [period, today] = [readReportPeriod(key.period), dayOf(at)]
  if (stored.returned || isSurelyOpen(form, period, today)) return true
  return (await cutoffOf(db, form, unitId, period, today)).isOpen
}

async function refuseWhenClosed(tx: Tx, opened: Opened, at: Date): Promise<void> {
  if (await mayStillSave(tx, opened, at)) return
  const { key, form, unitId } = opened
  const { closesOn } = await cutoffOf(tx, form, unitId, readReportPeriod(key.period), dayOf(at))
  throw ReportProblem.closed({ ...key, on: closesOn! })
}

/** Opens the report for writing; two writers of the same report follow one another. */
async function take(tx: Tx, key: ReportKey): Promise<Opened> {
  const { unitId, opened } = await takeThere(tx, key)
  if (!opened) throw ReportProblem.formNotFound({ form: key.form })
  if (opened.report) return { key, form: opened.form, unitId, stored: opened.report }
  await ensurePeriods(tx, [key.period])
  const again = (await takeReport(tx, { ...key, unitId }))!
  return { key, form: again.form, unitId, stored: again.report! }
}

/** By the unit that this process remembers while that still holds: one statement instead of two. */
async function takeThere(tx: Tx, key: ReportKey) {
  const recalled = recallUnitByCode(key.unit, readReportPeriod(key.period))
  const opened = recalled && (await takeReport(tx, { ...key, unitId: recalled.id }))
  if (recalled && opened?.units === recalled.revision) return { unitId: recalled.id, opened }
  const unitId = await unitOfReport(tx, key)
  return { unitId, opened: await takeReport(tx, { ...key, unitId }) }
}

function checkMatch(stored: StoredReport, ifMatch: string | undefined): void {
  if (!ifMatch || ifMatch === '*') return
  const current = stored.state === null ? '' : etagOf(stored)
  if (ifMatch.replace(/^W\//, '') !== current) throw ReportProblem.stale({ current })
}

function judge(action: ReportAction, stored: StoredReport, doing: Doing): ReportState {
  const verdict = judgeAction(action, stored.state, namesOf(doing), submittersOf(stored))
  if (verdict.kind === 'may') return verdict.next
  if (verdict.because === 'own-submission') throw ReportProblem.ownSubmission()
  throw ReportProblem.notNow({ action, state: verdict.because })
}

const namesOf = ({ by, onBehalfOf }: Doing): string[] => (onBehalfOf ? [by, onBehalfOf] : [by])
export const submittersOf = ({
  submittedBy,
  submittedFor,
}: Pick<StoredReport, 'submittedBy' | 'submittedFor'>): string[] =>
  [submittedBy, submittedFor].flatMap((name) => name ?? [])

async function answer(
  db: Db,
  { key, form, unitId }: Opened,
  stored: StoredReport,
  doing: Doing,
  isOpen: boolean,
  changes: object,
): Promise<Saved> {
  return {
    report: await tellReport(db, key, form, stored),
    etag: etagOf(stored),
    unitId,
    place: placeIn(unitId, form.field),
    subject: `report:${key.form}/${key.unit}/${key.period}`,
    changes,
    acts: listActions(stored.state, namesOf(doing), submittersOf(stored), isOpen),
  }
}

export const etagOf = (stored: { version: number; revision: number }) =>
  `"${stored.version}.${stored.revision}"`
