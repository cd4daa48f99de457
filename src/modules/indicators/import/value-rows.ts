// The rows of a file of values, each resolved against units, indicators, forms and periods, or refused with its reason.

import { PERIOD_KINDS, type Period, type PeriodKind, parsePeriod } from '#kernel/period.ts'
import { type CodeFinder, loadCodes } from '#modules/organisation/index.ts'
import { readDecimal } from '#platform/imports/cells.ts'
import type { ImportContext, Row } from '#platform/imports/format.ts'
import { breakdownKey, type Dimension, parseDimension } from '../rules/breakdown.ts'
import { type Indicator, QUALITIES, type Quality } from '../schema.ts'
import { loadIndicators } from '../store/definitions.ts'
import { loadForms } from '../store/forms.ts'
import { STAGED_STATES } from '../store/staging.ts'

/** Columns of a file of values. */
export type Column =
  | 'indicator'
  | 'unit_code'
  | 'period'
  | 'value'
  | 'form'
  | 'breakdown'
  | 'state'
  | 'quality'
type Cells = Row<Column>['cells']
type Refusal = { field: Column; code: string; details?: Record<string, unknown> }

/** A row that can be kept: everything resolved but the ids of its period and breakdown. */
export type Kept = {
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

/** The number under which rows wait for a form that is made after the last row. */
export const stagedForm = (frequency: PeriodKind): number => -1 - PERIOD_KINDS.indexOf(frequency)

type KnownForm = { id: number; frequency: string; indicatorIds: ReadonlySet<number> }

/** Reads rows against what is defined, remembering what rows have in common: codes repeat thousands of times. */
export class RowReader {
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

    const state = cells.state === '' ? 2 : STAGED_STATES.indexOf(cells.state as 'draft')
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
