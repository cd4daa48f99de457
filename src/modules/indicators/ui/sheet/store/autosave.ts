// Hands what was said to the outbox, one write per report, a moment after the last word; and takes the answer in.

import type { ProblemTold } from '#web/sync/call.ts'
import { drop, enqueue, type Outcome, outboxNow } from '#web/sync/outbox.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { saveReport } from '../../../api.ts'
import type { Report, ReportValue } from '../../../schema.ts'
import { joinValues, nameOfCell, placesOf, reportValue } from '../rules/columns.ts'
import { isReady } from '../rules/draft.ts'
import { cellTopic, redraw, type SheetStore, tellDraft, viewAt } from './sheet-store.ts'

export type ReportInput = {
  form: string
  unit: string
  period: string
  values: ReportValue[]
  submit?: boolean
}

const PAUSE_MS = 900
const TICK_MS = 4_000

export type Autosave = {
  /** Hands over what is left at once; resolves when everything has been answered, or waits for a network. */
  flush(): Promise<void>
  stop(): void
}

/** @param label what the outbox calls the report of a row. @param onSent some report has a new state at the server. */
export function startAutosave(
  sheet: SheetStore,
  label: (row: number) => string,
  onSent: () => void,
): Autosave {
  const timers = new Map<number, number>()
  const save = async (row: number): Promise<void> => {
    clearTimeout(timers.get(row))
    timers.delete(row)
    if (!sheet.drafts[row] || !isReady(sheet.drafts[row])) return
    const answer = await handOver(sheet, row, label(row))
    if (answer.state === 'sent') onSent()
    if (sheet.drafts[row] && isReady(sheet.drafts[row]) && answer.state !== 'waiting') await save(row)
  }
  const later = () => {
    for (const [row, draft] of sheet.drafts.entries()) {
      if (!isReady(draft)) continue
      clearTimeout(timers.get(row))
      timers.set(
        row,
        window.setTimeout(() => save(row), PAUSE_MS),
      )
    }
  }
  const flush = async () => {
    await Promise.all(sheet.drafts.map((_, row) => save(row)))
  }
  const hide = () => {
    if (document.visibilityState === 'hidden') flush()
  }
  const off = sheet.topics.on('said', later)
  document.addEventListener('visibilitychange', hide)
  return {
    flush,
    stop() {
      off()
      document.removeEventListener('visibilitychange', hide)
      flush()
    },
  }
}

/** Sends a report with what was said last, and what more is asked of the server with it. */
export async function handOver(
  sheet: SheetStore,
  row: number,
  label: string,
  more: Pick<ReportInput, 'submit'> = {},
): Promise<Outcome> {
  const { unit } = sheet.rows[row]!
  const { dirty, etag } = sheet.drafts[row]!
  const values = Object.entries(dirty).map(([col, change]) =>
    reportValue(sheet.columns[Number(col)]!, change, viewAt(sheet, { row, col: Number(col) }).value),
  )
  tellDraft(sheet, row, { type: 'hand' })
  const input: ReportInput = { form: sheet.form, unit: unit.code, period: sheet.period, values, ...more }
  const outcome = await enqueue(saveReport, input, {
    label,
    unit: unit.code,
    ifMatch: etag,
    merge: (waiting, now) => joinInputs(waiting as ReportInput, now as ReportInput),
  })
  const now = sheet.rows.findIndex((other) => other.unit.code === unit.code)
  if (now >= 0) takeAnswer(sheet, now, outcome)
  return outcome
}

const joinInputs = (waiting: ReportInput, now: ReportInput): ReportInput => ({
  ...waiting,
  ...now,
  values: joinValues(waiting.values, now.values),
})

function takeAnswer(sheet: SheetStore, row: number, outcome: Outcome): void {
  if (outcome.state === 'waiting') tellDraft(sheet, row, { type: 'wait' })
  else if (outcome.state === 'sent') takeReport(sheet, row, outcome.data as Report, outcome.etag)
  else {
    const item = entryOf(sheet, row)
    const entry = item?.id ?? null
    if (outcome.state === 'conflict') tellDraft(sheet, row, { type: 'clash', entry })
    else takeRefusal(sheet, row, outcome.problem, item)
  }
}

function takeRefusal(
  sheet: SheetStore,
  row: number,
  { detail, errors }: ProblemTold,
  item: Item | undefined,
): void {
  const faults = item ? faultsOf(sheet, item, errors) : {}
  // A cell's refusal stays at the cell; the entry would only say it again
  if (item && Object.keys(faults).length > 0) drop(item.id)
  tellDraft(sheet, row, { type: 'refuse', reason: detail, faults, entry: item?.id ?? null })
}

/** The entry of the outbox in which a report is stuck. */
const entryOf = (sheet: SheetStore, row: number): Item | undefined =>
  outboxNow().items.find(
    (item) => isOf(item, sheet) && item.unit === sheet.rows[row]!.unit.code && item.problem !== null,
  )

/** Whether an entry is a report of this form and period. */
export const isOf = (
  { path, input }: Item,
  { form, period }: Pick<SheetStore, 'form' | 'period'>,
): boolean => {
  const said = input as ReportInput
  return path === saveReport.path && said.form === form && said.period === period
}

/** `values.3.value` of what was sent, by the column that it was for. */
function faultsOf({ columns }: SheetStore, item: Item, errors: readonly { path: string; message: string }[]) {
  const places = placesOf(columns)
  const { values } = item.input as ReportInput
  return Object.fromEntries(
    errors.flatMap(({ path, message }) => {
      const value = values[Number(/^values\.(\d+)\./.exec(path)?.[1] ?? Number.NaN)]
      const col = value && places.get(nameOfCell(value))
      return col === undefined ? [] : [[col, message]]
    }),
  )
}

/** The report as the server has it now takes the place of what was handed over. */
export function takeReport(sheet: SheetStore, row: number, report: Report, etag: string | null): void {
  const cols = Object.keys(sheet.drafts[row]!.handed).map(Number)
  const values = new Map(report.values.map((value) => [nameOfCell(value), value]))
  const before = sheet.rows[row]!
  const cells = sheet.columns.map((column, col) => {
    const told = values.get(nameOfCell(column))
    const cell = before.cells[col] ?? { value: null, previous: null, usual: null }
    if (!told) return { previous: cell.previous, usual: cell.usual, value: null }
    const { value, comment, evidence, returned } = told
    return {
      previous: cell.previous,
      usual: cell.usual,
      value,
      ...(comment && { comment }),
      ...(evidence && { evidence }),
      ...(returned !== undefined && { returned }),
    }
  })
  const { state, version, may, returned } = report
  const { returned: _, ...rest } = before
  sheet.rows[row] = { ...rest, cells, state, version, may, etag, ...(returned && { returned }) }
  tick(sheet, row, cols)
  tellDraft(sheet, row, { type: 'sent', etag })
}

/** Shows for a moment that these cells have arrived. */
function tick(sheet: SheetStore, row: number, cols: readonly number[]): void {
  const topics = cols.map((col) => cellTopic({ row, col }))
  for (const topic of topics) sheet.justSaved.add(topic)
  setTimeout(() => {
    for (const topic of topics) sheet.justSaved.delete(topic)
    if (sheet.rows[row]) redraw(sheet, row, cols)
  }, TICK_MS)
}
