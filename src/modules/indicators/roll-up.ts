import type { Day } from '#kernel/day.ts'
import { type Period, parsePeriod } from '#kernel/period.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { Place } from '#platform/http/endpoint.ts'
import { type AskedUnit, type Asking, resolveAsked } from './asked.ts'
import { gather, type Harvest } from './gather.ts'
import { IndicatorProblem, PeriodProblem, UnitProblem } from './problems.ts'
import { evaluate, type Formula, parseFormula, partsOf } from './rules/formula.ts'
import type { Gathered } from './rules/over-units.ts'
import type { Borders, Indicator, Level, RollupRow, ValueState } from './schema.ts'
import type { Window } from './standing.ts'
import { loadIndicators } from './store/definitions.ts'

export type RollupQuery = {
  /** Codes, reported and derived ones alike. */
  indicators: readonly string[]
  periods: readonly string[]
  /** Unit codes; `all` is every root together. */
  units: readonly string[] | 'all'
  level: Level
  /** `then`, `now` or a day. */
  borders: Borders
  state: ValueState
  today: Day
}

/**
 * Rolls indicators up: over time first, then over units (`design.md` §3.6), in the borders of then or of any day.
 *
 * @returns one row per unit, indicator and period, in the order asked (units of a level by code). A unit without any
 *   value has a row with `value` null and `reported` 0.
 * @throws IndicatorProblem.notFound, PeriodProblem.malformed, UnitProblem.notFound
 */
export async function rollup(db: Db, query: RollupQuery): Promise<RollupRow[]> {
  const defined = await loadIndicators(db)
  const wanted = query.indicators.map((code) => pick(defined, code))
  const borders = query.borders === 'now' ? query.today : query.borders
  const rows: RollupRow[] = []
  for (const code of query.periods) {
    const window: Window = { period: readPeriod(code), borders, level: query.level, state: query.state }
    for (const asking of await resolveAsked(db, query.units, window.period, borders, query.level)) {
      const harvest = await gatherAll(db, wanted, defined, window, asking)
      rows.push(...harvest.rows.flatMap((unit) => wanted.map((i) => toRow(unit, i, code, harvest, defined))))
    }
  }
  return rows
}

/** A reading as it is written in an address or a command: lists separated by commas. */
export function readQuery(input: {
  indicator: string
  period: string
  unit: string
  level: string
  borders: string
  state: ValueState
}): Omit<RollupQuery, 'today'> {
  const list = (text: string) => [...new Set(text.split(',').map((part) => part.trim()))]
  const { level, borders, state } = input
  return {
    indicators: list(input.indicator),
    periods: list(input.period),
    units: input.unit === 'all' ? 'all' : list(input.unit),
    level: level === 'self' || level === 'children' ? level : Number(level),
    borders,
    state,
  }
}

/** The units whose reports a reading is made of. */
export async function placesOf(db: Db, { units, periods }: Omit<RollupQuery, 'today'>): Promise<Place[]> {
  if (units === 'all') return ['everywhere']
  const places: Place[] = []
  for (const code of units)
    for (const period of periods) {
      const unit = await unitByCode(db, code, readPeriod(period))
      if (!unit) throw UnitProblem.notFound({ code, on: readPeriod(period).endsOn })
      places.push({ unit: unit.id })
    }
  return places
}

export function readPeriod(code: string): Period {
  const period = parsePeriod(code)
  if (!period) throw PeriodProblem.malformed({ code })
  return period
}

/** An indicator by code. */
export function pick(defined: ReadonlyMap<string, Indicator>, code: string): Indicator {
  const indicator = defined.get(code)
  if (!indicator) throw IndicatorProblem.notFound({ code })
  return indicator
}

/** Gathers every reported indicator that the wanted ones are made of or weighted by. */
export function gatherAll(
  db: Db,
  wanted: readonly Indicator[],
  defined: ReadonlyMap<string, Indicator>,
  window: Window,
  asking: Asking,
): Promise<Harvest> {
  return gather(db, reportedParts(wanted, defined), window, asking)
}

/** The reported indicators that the wanted ones are made of or weighted by. */
export function reportedParts(
  wanted: readonly Indicator[],
  defined: ReadonlyMap<string, Indicator>,
): Indicator[] {
  const reported = new Map<string, Indicator>()
  const follow = (indicator: Indicator) => {
    if (reported.has(indicator.code)) return
    if (!indicator.formula) reported.set(indicator.code, indicator)
    const needs = indicator.formula
      ? partsOf(formulaOf(indicator))
      : indicator.weight
        ? [indicator.weight]
        : []
    for (const code of needs) follow(pick(defined, code))
  }
  wanted.forEach(follow)
  return [...reported.values()]
}

const parsed = new Map<string, Formula>()
/** An indicator's formula as a tree; formulas were checked when the indicator was defined. */
export function formulaOf({ formula }: Indicator): Formula {
  const known = parsed.get(formula!)
  if (known) return known
  const tree = parseFormula(formula!) as Formula
  parsed.set(formula!, tree)
  return tree
}

/** An indicator's value at a unit: gathered, or computed from the rolled-up values of its parts. */
export function valueAt(
  indicator: Indicator,
  unitId: number,
  { values }: Harvest,
  defined: ReadonlyMap<string, Indicator>,
): Gathered & { reason?: string } {
  if (!indicator.formula) return values.get(indicator.code)!.get(unitId)!
  const formula = formulaOf(indicator)
  const parts = new Map(
    partsOf(formula).map((code) => [
      code,
      valueAt(defined.get(code)!, unitId, { rows: [], values }, defined),
    ]),
  )
  const outcome = evaluate(formula, (code) => parts.get(code)!.value)
  const of = [...parts.values()]
  const lost = of.flatMap((p) => p.notRestated ?? [])
  const lostValue = evaluate(formula, (code) => parts.get(code)!.notRestated?.value ?? '0')
  return {
    value: 'value' in outcome ? outcome.value : null,
    reported: Math.min(...of.map((p) => p.reported)),
    expected: Math.max(...of.map((p) => p.expected)),
    restated: of.some((p) => p.restated),
    notRestated:
      lost.length > 0
        ? {
            units: Math.max(...lost.map((l) => l.units)),
            value: 'value' in lostValue ? lostValue.value : null,
          }
        : null,
    estimates: Math.max(...of.map((p) => p.estimates)),
    preliminary: Math.max(...of.map((p) => p.preliminary)),
    ...('missing' in outcome && { reason: outcome.missing }),
  }
}

export function toRow(
  unit: AskedUnit,
  indicator: Indicator,
  period: string,
  harvest: Harvest,
  defined: ReadonlyMap<string, Indicator>,
): RollupRow {
  const { value, reported, expected, restated, notRestated, ...rest } = valueAt(
    indicator,
    unit.id,
    harvest,
    defined,
  )
  return {
    unitId: unit.id === 0 ? 'all' : String(unit.id),
    unitCode: unit.code,
    unitName: unit.name,
    indicator: indicator.code,
    period,
    value,
    reported,
    expected,
    restated,
    notRestated,
    ...rest,
  }
}
