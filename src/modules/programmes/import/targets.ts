import { type Period, parsePeriod } from '#kernel/period.ts'
import { ensurePeriods, loadIndicators } from '#modules/indicators/index.ts'
import { loadCodes } from '#modules/organisation/index.ts'
import { readDecimal } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
} from '#platform/imports/format.ts'
import { sameValue } from '../rules/cascade.ts'
import { TargetKind } from '../schema.ts'
import { findTargets, type TargetDraft, writeTargets } from '../store/targets.ts'

type Column = 'indicator' | 'unit_code' | 'period' | 'value' | 'kind'
type Refusal = { field: Column; code: string; details?: Record<string, unknown> }

/** Planned values per unit and period (`design.md` §6). A value that differs from the one in force is a revision. */
export const targetsFormat = importFormat<Exclude<Column, 'kind'>, 'kind'>({
  name: 'targets',
  reads: 'table',
  required: ['indicator', 'unit_code', 'period', 'value'],
  optional: ['kind'],
  numbers: ['value'],
  order: 30,
  access: { may: 'import.targets', at: 'somewhere' },
  run,
})

async function run(ctx: ImportContext, batches: Batches<Column>): Promise<ImportCounts> {
  const indicators = await loadIndicators(ctx.tx)
  const codes = await loadCodes(ctx.tx)
  const periodIds = new Map<string, number>()
  const seen = new Map<string, number>()
  const counts = { created: 0, changed: 0, unchanged: 0 }

  for await (const batch of batches) {
    const drafts: TargetDraft[] = []
    for (const { row, cells } of batch) {
      const read = await readRow(cells)
      const key = 'field' in read ? '' : `${read.indicatorId}:${read.unitId}:${read.period.code}`
      const first = seen.get(key)
      if ('field' in read) ctx.reject({ row, ...read })
      else if (first) ctx.reject({ row, field: 'indicator', code: 'targets.repeated', details: { first } })
      else {
        seen.set(key, row)
        if (!periodIds.has(read.period.code))
          for (const [code, id] of await ensurePeriods(ctx.tx, [read.period.code])) periodIds.set(code, id)
        drafts.push({ ...read, periodId: periodIds.get(read.period.code)! })
      }
    }
    const before = await findTargets(ctx.tx, drafts)
    const isSame = (draft: TargetDraft, n: number) =>
      before[n]?.kind === draft.kind && sameValue(before[n].value, draft.value)
    const different = drafts.filter((draft, n) => !isSame(draft, n))
    counts.created += before.filter((b) => !b).length
    counts.changed += different.length - before.filter((b) => !b).length
    counts.unchanged += drafts.length - different.length
    const reason = `${ctx.fileName} (${ctx.sha256.slice(0, 12)})`
    await writeTargets(ctx.tx, different, { reason, actor: ctx.actor.name, at: ctx.now })
  }
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action: 'import.targets',
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts

  async function readRow(
    cells: Readonly<Record<Column, string>>,
  ): Promise<Refusal | (Omit<TargetDraft, 'periodId'> & { period: Period })> {
    const indicator = indicators.get(cells.indicator)
    if (!indicator)
      return { field: 'indicator', code: 'values.indicatorUnknown', details: { code: cells.indicator } }
    const period = parsePeriod(cells.period)
    if (!period) return { field: 'period', code: 'values.period', details: { value: cells.period } }
    const unitId = codes.find(cells.unit_code, period)
    const held = codes.spans(cells.unit_code)
    if (unitId === undefined && !held)
      return { field: 'unit_code', code: 'values.unitUnknown', details: { code: cells.unit_code } }
    if (unitId === undefined)
      return {
        field: 'unit_code',
        code: 'values.unitNotThen',
        details: { code: cells.unit_code, period: period.code, held },
      }
    if (!(await ctx.actor.may(ctx.tx, 'import.targets', { unit: unitId }, ctx.today)))
      return { field: 'unit_code', code: 'values.unitOutside', details: { code: cells.unit_code } }
    const value = readDecimal(cells.value)
    if ('code' in value)
      return { field: 'value', code: value.code, ...(value.details && { details: value.details }) }
    const kind = TargetKind.safeParse(
      cells.kind || (indicator.acrossTime === 'sum' ? 'cumulative' : 'point-in-time'),
    )
    if (!kind.success)
      return {
        field: 'kind',
        code: 'cell.choice',
        details: { value: cells.kind, allowed: TargetKind.options.join(', ') },
      }
    return { indicatorId: indicator.id, unitId, period, kind: kind.data, value: value.value }
  }
}
