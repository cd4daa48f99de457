import { PERIOD_KINDS, type Period, type PeriodKind, parsePeriod } from '#kernel/period.ts'
import { type CodeFinder, loadCodes } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import { readDecimal } from '#platform/imports/cells.ts'
import {
  type Batches,
  type ImportContext,
  type ImportCounts,
  importFormat,
  type Row,
} from '#platform/imports/format.ts'
import { breakdownKey, type Dimension, parseDimension } from '../rules/breakdown.ts'
import { type Indicator, QUALITIES, type Quality } from '../schema.ts'
import { ensureBreakdowns, ensurePeriods, loadIndicators } from '../store/definitions.ts'
import { loadForms, makeForm } from '../store/forms.ts'
import * as stage from '../store/staging.ts'
import { markPending } from '../store/sums.ts'

type Column = 'indicator' | 'unit_code' | 'period' | 'value' | 'form' | 'breakdown' | 'state' | 'quality'
type Cells = Row<Column>['cells']
type Refusal = { field: Column; code: string; details?: Record<string, unknown> }

/** A row that can be kept: everything resolved but the ids of its period and breakdown. */
type Kept = {
  row: number
  formId: number
  indicator: Indicator
  period: Period
  unitId: number
  breakdown: string
  value: string
  state: number
  quality: number
}

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
  for (const { row, first } of await stage.removeRepeated(tx))
    ctx.reject({ row, field: 'indicator', code: 'values.repeated', details: { first } })
  if (reader.isMixed)
    for (const { row, first } of await stage.removeMixed(tx))
      ctx.reject({ row, field: 'state', code: 'values.mixed', details: { first } })
  const forms = await makeForms(tx, reader.unasked)
  for (const { row } of await stage.attachReports(tx, forms))
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

const stagedForm = (frequency: PeriodKind): number => -1 - PERIOD_KINDS.indexOf(frequency)

type KnownForm = { id: number; frequency: string; indicatorIds: ReadonlySet<number> }

/** Reads rows against what is defined, remembering what rows have in common: codes repeat thousands of times. */
class RowReader {
  readonly #indicators: ReadonlyMap<string, Indicator & { dimension: Dimension | null }>
  readonly #forms: ReadonlyMap<string, KnownForm>
  readonly #codes: CodeFinder
  readonly #ctx: ImportContext
  readonly #periods = new Map<string, Period | null>()
  readonly #units = new Map<string, number | Refusal>()
  readonly #asking = new Map<string, number>()
  readonly #standings = new Set<number>()
  /** All that rows were kept of. */
  readonly indicatorIds = new Set<number>()
  /** Indicators that no form asks at that frequency yet. */
  readonly unasked = new Map<PeriodKind, Set<number>>()

  private constructor(
    ctx: ImportContext,
    indicators: ReadonlyMap<string, Indicator & { dimension: Dimension | null }>,
    forms: ReadonlyMap<string, KnownForm>,
    codes: CodeFinder,
  ) {
    this.#ctx = ctx
    this.#indicators = indicators
    this.#forms = forms
    this.#codes = codes
    for (const { id, frequency, indicatorIds } of forms.values())
      for (const indicatorId of indicatorIds) this.#asking.set(`${indicatorId} ${frequency}`, id)
  }

  /** True when rows came in more than one state or quality: a report has one of each. */
  get isMixed(): boolean {
    return this.#standings.size > 1
  }

  static async open(ctx: ImportContext): Promise<RowReader> {
    const indicators = await loadIndicators(ctx.tx)
    const withDimensions = [...indicators].map(
      ([code, i]) => [code, { ...i, dimension: parseDimension(i.breakdown) }] as const,
    )
    return new RowReader(ctx, new Map(withDimensions), await loadForms(ctx.tx), await loadCodes(ctx.tx))
  }

  async read(row: number, cells: Cells): Promise<Kept | Refusal> {
    const indicator = this.#indicators.get(cells.indicator)
    if (!indicator)
      return { field: 'indicator', code: 'values.indicatorUnknown', details: { code: cells.indicator } }
    if (indicator.formula || indicator.source)
      return { field: 'indicator', code: 'values.computed', details: { code: indicator.code } }

    const period = this.#period(cells.period)
    if (!period) return { field: 'period', code: 'values.period', details: { value: cells.period } }
    const unit =
      this.#units.get(`${cells.unit_code} ${period.code}`) ?? (await this.#unit(cells.unit_code, period))
    if (typeof unit !== 'number') return unit

    const value = readDecimal(cells.value)
    if ('code' in value)
      return { field: 'value', code: value.code, ...(value.details && { details: value.details }) }
    if (indicator.minimum !== null && Number(value.value) < Number(indicator.minimum))
      return {
        field: 'value',
        code: 'values.minimum',
        details: { value: cells.value, minimum: indicator.minimum },
      }

    const breakdown = breakdownKey(cells.breakdown, indicator.dimension)
    if ('fault' in breakdown)
      return {
        field: 'breakdown',
        code: `values.${breakdown.fault}`,
        details: { value: cells.breakdown, asked: indicator.breakdown ?? '' },
      }
    const form = this.#form(cells.form, indicator, period)
    if (typeof form !== 'number') return form

    const state = cells.state === '' ? 2 : stage.STAGED_STATES.indexOf(cells.state as 'draft')
    if (state < 0)
      return {
        field: 'state',
        code: 'cell.choice',
        details: { value: cells.state, allowed: 'approved, submitted, draft' },
      }
    const quality = cells.quality === '' ? 2 : QUALITIES.indexOf(cells.quality as Quality)
    if (quality < 0)
      return {
        field: 'quality',
        code: 'cell.choice',
        details: { value: cells.quality, allowed: QUALITIES.join(', ') },
      }
    this.#standings.add(state * 10 + quality)
    this.indicatorIds.add(indicator.id)
    return {
      row,
      formId: form,
      indicator,
      period,
      unitId: unit,
      breakdown: breakdown.key,
      value: value.value,
      state,
      quality,
    }
  }

  #period(code: string): Period | null {
    const known = this.#periods.get(code)
    if (known !== undefined) return known
    const period = parsePeriod(code)
    this.#periods.set(code, period)
    return period
  }

  async #unit(code: string, period: Period): Promise<number | Refusal> {
    const found = this.#codes.find(code, period)
    const unit = found === undefined ? this.#refuseUnit(code, period) : await this.#inReach(found, code)
    this.#units.set(`${code} ${period.code}`, unit)
    return unit
  }

  #refuseUnit(code: string, period: Period): Refusal {
    const held = this.#codes.spans(code)
    if (!held) return { field: 'unit_code', code: 'values.unitUnknown', details: { code } }
    return { field: 'unit_code', code: 'values.unitNotThen', details: { code, period: period.code, held } }
  }

  async #inReach(unit: number, code: string): Promise<number | Refusal> {
    const { actor, tx, today } = this.#ctx
    if (await actor.may(tx, 'import.values', { unit }, today)) return unit
    return { field: 'unit_code', code: 'values.unitOutside', details: { code } }
  }

  #form(code: string, indicator: Indicator, period: Period): number | Refusal {
    if (code === '')
      return this.#asking.get(`${indicator.id} ${period.kind}`) ?? this.#noteUnasked(indicator, period)
    const form = this.#forms.get(code)
    if (!form) return { field: 'form', code: 'values.formUnknown', details: { code } }
    if (!form.indicatorIds.has(indicator.id))
      return { field: 'form', code: 'values.notAsked', details: { form: code, indicator: indicator.code } }
    if (form.frequency !== period.kind)
      return { field: 'period', code: 'values.frequency', details: { form: code, period: period.code } }
    return form.id
  }

  /** An indicator is asked once: only what no form asks goes to a form made for the file. */
  #noteUnasked({ id }: Indicator, { kind }: Period): number {
    const known = this.unasked.get(kind) ?? new Set()
    this.unasked.set(kind, known.add(id))
    return stagedForm(kind)
  }
}
