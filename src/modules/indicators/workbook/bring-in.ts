// A filled-in workbook taken back: every cell judged, what changed shown, and saved by the way that every report goes.

import { parsePeriod } from '#kernel/period.ts'
import { loadCodes, loadTree } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { FileFault } from '#platform/files/file-fault.ts'
import { Problem } from '#platform/http/problem.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import type { ImportAnswer } from '#platform/imports/api.ts'
import type { WholeFormat, WholeRequest } from '#platform/imports/whole-format.ts'
import { listAllowed } from '../allowed.ts'
import { placeOfReport, saveReport } from '../reporting.ts'
import { findForm } from '../store/forms.ts'
import { noteImport } from '../store/staging.ts'
import { type CellRejection, type JudgedBook, judgeBook, type ReportChange } from './judge-book.ts'
import { loadContent } from './load-content.ts'
import { type FilledCell, type FilledWorkbook, readWorkbook } from './read-workbook.ts'

const MAX_LISTED = 1_000
const MAX_CHANGES = 2_000

export const workbookFormat: WholeFormat = {
  name: 'workbook',
  async run(tx, request) {
    const { rejections, judged } = await bringIn(tx, request)
    const answer = tell(judged, rejections, request)
    const hasNews = judged.created + judged.changed > 0
    const isRefused = rejections.length > 0 && !request.keepGood
    return { answer, keep: hasNews && !request.dryRun && !isRefused }
  },
}

/** One thing wrong, as people read it. `cell` is null for the file as a whole. */
export type Refused = { cell: FilledCell | null; code: string; message: string }
export type Brought = { judged: JudgedBook; rejections: Refused[] }

/**
 * Saves what a workbook changes, and tells everything that is wrong with it. The caller decides whether that is kept.
 *
 * @throws auth.forbidden for whoever saves reports nowhere.
 */
export async function bringIn(tx: Tx, request: WholeRequest): Promise<Brought> {
  const { file, t, actor, today } = request
  if (!(await actor.may(tx, 'report.save', 'somewhere', today))) throw AuthProblem.forbidden()
  try {
    if (file.fault) throw file.fault
    if (file.kind !== 'xlsx') throw new FileFault('workbook.notOurs')
    const book = await readWorkbook(file.path)
    const judged = judgeBook(book.cells, await loadFor(tx, book, request), request.conflicts)
    const rejections = judged.rejections.map((one) => refusedCell(one, request))
    rejections.push(...(await saveAll(tx, book, judged, file.sha256, request)))
    return { judged, rejections: rejections.sort(byPlace) }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const { code, details } = error
    return { judged: NOTHING, rejections: [{ cell: null, code, message: t(`import.${code}`, details) }] }
  }
}

const NOTHING: JudgedBook = { reports: [], changes: [], rejections: [], created: 0, changed: 0, unchanged: 0 }

const byPlace = (a: Refused, b: Refused) =>
  (a.cell?.row ?? 0) - (b.cell?.row ?? 0) || (a.cell?.column ?? 0) - (b.cell?.column ?? 0)

const refusedCell = ({ cell, code, details }: CellRejection, { t }: WholeRequest): Refused => ({
  cell,
  code,
  message: t(`import.${code}`, details),
})

/** What the reports in the file hold now, of those units that the actor may save for: of others nothing is told. */
async function loadFor(
  tx: Tx,
  { form: code, period: periodCode, cells }: FilledWorkbook,
  request: WholeRequest,
) {
  const { actor, today, lang } = request
  const period = parsePeriod(periodCode)
  const form = await findForm(tx, code)
  if (!form || period?.kind !== form.frequency) throw new FileFault('workbook.formGone', 1, { form: code })
  const codes = await loadCodes(tx)
  const tree = await loadTree(tx, period.endsOn)
  const asker = { actor, today, field: form.field }
  const named = [...new Set(cells.map(({ unit }) => unit))].flatMap((unit) => codes.find(unit, period) ?? [])
  const allowed = await listAllowed(tx, asker, 'report.save', tree, named)
  const units = named.filter((id) => allowed.has(id))
  return loadContent(tx, { form, period, tree, units, asker }, lang)
}

/** Saves report after report; one that may not be saved now refuses its cells, each with the reason. */
async function saveAll(
  tx: Tx,
  book: FilledWorkbook,
  { reports, created, changed, unchanged }: JudgedBook,
  sha256: string,
  request: WholeRequest,
): Promise<Refused[]> {
  if (reports.length === 0) return []
  const { file, actor, now, t } = request
  const rows = created + changed + unchanged
  const note = { format: 'workbook', fileName: file.name, sha256, rows, actor: actor.name, at: now }
  const importId = await noteImport(tx, note)
  const refused: Refused[] = []
  for (const report of reports)
    try {
      await saveOne(tx, book, report, importId, request)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      const message = t(`problem.${error.code}`, error.details)
      for (const cell of report.cells) refused.push({ cell, code: error.code, message })
    }
  return refused
}

async function saveOne(
  tx: Tx,
  { form, period }: FilledWorkbook,
  { line, values, quality }: ReportChange,
  importId: number,
  { actor, now, today, submit, audit }: WholeRequest,
): Promise<void> {
  const key = { form, period, unit: line.unit.code }
  if (submit && !(await actor.may(tx, 'report.submit', await placeOfReport(tx, key), today)))
    throw AuthProblem.forbidden()
  const saved = await saveReport(
    tx,
    key,
    { values, quality, submit },
    { by: actor.name, onBehalfOf: actor.onBehalfOf, at: now },
  )
  const details = { ...saved.changes, import: importId }
  const action = submit ? 'report.submit' : 'report.save'
  await audit({ action, subject: saved.subject, unitId: saved.place.unit, details })
}

function tell(judged: JudgedBook, rejections: readonly Refused[], request: WholeRequest): ImportAnswer {
  const refusedCells = new Set(rejections.map(({ cell }) => cell?.address ?? ''))
  const isRefused = rejections.length > 0 && !request.keepGood
  const { created, changed, unchanged } = judged
  const later = rejections.length - judged.rejections.length
  return {
    format: 'workbook',
    dryRun: request.dryRun,
    rows: created + changed + unchanged + judged.rejections.length,
    ...(isRefused ? { created: 0, changed: 0, unchanged: 0 } : countKept(judged, refusedCells, later)),
    rejectedCount: refusedCells.size,
    rejected: rejections.slice(0, MAX_LISTED).map(({ cell, code, message }) => ({
      row: cell ? cell.row + 1 : 1,
      field: cell?.address ?? '',
      code,
      message,
    })),
    changes: judged.changes.slice(0, MAX_CHANGES),
  }
}

/** Of good cells only: those of a report that could not be saved were not written. */
function countKept(judged: JudgedBook, refusedCells: ReadonlySet<string>, later: number) {
  const { created, changed, unchanged, changes } = judged
  if (later <= 0) return { created, changed, unchanged }
  const lost = changes.filter(({ at, isConflict }) => !isConflict && refusedCells.has(at))
  const lostNew = lost.filter(({ before }) => before === '').length
  return { created: created - lostNew, changed: changed - (lost.length - lostNew), unchanged }
}
