import type { PeriodKind } from '#kernel/period.ts'
import type { Tx } from '#platform/db/db.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { ensureBreakdowns, ensurePeriods } from '../store/definitions.ts'
import { makeForm } from '../store/forms.ts'
import * as stage from '../store/staging.ts'
import { markPending } from '../store/sums.ts'
import { type Column, type Kept, RowReader, stagedForm } from './value-rows.ts'

/** Values by unit and period (`design.md` §6). A row is one cell of a report; a changed report gets a new version. */
export const valuesFormat = importFormat<
  'indicator' | 'unit_code' | 'period' | 'value',
  'form' | 'breakdown' | 'state' | 'quality'
>({
  name: 'values',
  reads: 'table',
  required: ['indicator', 'unit_code', 'period', 'value'],
  optional: ['form', 'breakdown', 'state', 'quality'],
  numbers: ['value'],
  order: 40,
  isUsual: true,
  access: { may: 'import.values', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const { tx } = ctx
  const reader = await RowReader.open(ctx)
  const ids = { periods: new Map<string, number>(), breakdowns: new Map([['', 0]]) }
  let rows = 0
  let writing = Promise.resolve()
  await stage.openStage(tx)
  for await (const batch of batches) {
    rows += batch.length
    const kept: Kept[] = []
    for (const { row, cells } of batch) {
      const read = await reader.read(row, cells)
      if ('indicator' in read) kept.push(read)
      else ctx.reject({ row, ...read })
    }
    // The rows of the next batch are read while the database takes those of this one.
    await writing
    writing = stageKept(tx, kept, ids)
    writing.catch(() => {})
  }
  await writing
  for await (const { row, first } of stage.removeRepeated(tx))
    ctx.reject({ row, field: 'indicator', code: 'values.repeated', details: { first } })
  if (reader.isMixed)
    for await (const { row, first } of stage.removeMixed(tx))
      ctx.reject({ row, field: 'state', code: 'values.mixed', details: { first } })
  const forms = await makeForms(tx, reader.unasked)
  await stage.attachReports(tx, forms)
  for await (const { row } of stage.removeLocked(tx))
    ctx.reject({ row, field: 'period', code: 'values.locked' })

  const note = {
    format: 'values',
    fileName: ctx.fileName,
    sha256: ctx.sha256,
    rows,
    actor: ctx.actor.name,
    at: ctx.now,
  }
  const importId = await stage.noteImport(tx, note)
  const counts = await stage.writeStaged(tx, ctx.actor.name, ctx.now, importId)
  await stage.closeStage(tx)
  if (counts.created + counts.changed > 0) {
    for (const periodId of ids.periods.values()) await markPending(tx, periodId, [...reader.indicatorIds])
    await ctx.audit({
      action: 'import.values',
      subject: `import:${importId}`,
      details: { ...note, ...counts },
    })
  }
  return counts
}

async function stageKept(
  tx: Tx,
  kept: readonly Kept[],
  ids: { periods: Map<string, number>; breakdowns: Map<string, number> },
) {
  const periods = [...new Set(kept.map((k) => k.period.code))].filter((code) => !ids.periods.has(code))
  for (const [code, id] of await ensurePeriods(tx, periods)) ids.periods.set(code, id)
  const keys = [...new Set(kept.map((k) => k.breakdown))].filter((key) => !ids.breakdowns.has(key))
  for (const [key, id] of await ensureBreakdowns(tx, keys)) ids.breakdowns.set(key, id)
  await stage.stageRows(tx, {
    row: kept.map((k) => k.row),
    form_id: kept.map((k) => k.formId),
    indicator_id: kept.map((k) => k.indicator.id),
    period_id: kept.map((k) => ids.periods.get(k.period.code)!),
    unit_id: kept.map((k) => k.unitId),
    breakdown_id: kept.map((k) => ids.breakdowns.get(k.breakdown)!),
    value: kept.map((k) => k.value),
    state: kept.map((k) => k.state),
    quality: kept.map((k) => k.quality),
  })
}

/**
 * Makes the forms for what no form asks yet, one for each frequency in the file.
 * @returns their ids by the numbers under which their rows were staged.
 */
async function makeForms(
  tx: Tx,
  unasked: ReadonlyMap<PeriodKind, ReadonlySet<number>>,
): Promise<Map<number, number>> {
  const made = new Map<number, number>()
  for (const [frequency, indicatorIds] of unasked)
    made.set(stagedForm(frequency), await makeForm(tx, frequency, [...indicatorIds]))
  return made
}
