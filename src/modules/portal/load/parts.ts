// What the units below gave to figures, with their targets and their place on the map.

import { Big, plain } from '#kernel/decimal.ts'
import { rollup } from '#modules/indicators/index.ts'
import type { RollupRow } from '#modules/indicators/schema.ts'
import { type Landscape, listTargets, loadLandscape } from '#modules/programmes/index.ts'
import { restateTarget } from '#modules/programmes/rules/restate-targets.ts'
import type { Target } from '#modules/programmes/schema.ts'
import type { Confluence, Figure, Part } from '../view.ts'
import { attainmentOf } from './figures.ts'
import { unitView } from './source.ts'
import type { YearData } from './year.ts'

/** Rows of the units below, by indicator and unit, with all targets of the units of then. */
export type Below = {
  units: readonly number[]
  /** In the chosen borders. */
  rows: ReadonlyMap<string, RollupRow>
  /** As reported, for restating targets; the same as `rows` in the borders of then. */
  rowsThen: ReadonlyMap<string, RollupRow>
  targets: ReadonlyMap<string, Target>
  landscape: Landscape
}

const cellKey = (indicator: string, unit: number | string): string => `${indicator} ${unit}`

export async function loadBelow(data: YearData, indicators: readonly string[]): Promise<Below> {
  const { source, ground, period, borders } = data
  const units = borders === 'now' ? ground.ofNow : ground.ofThen
  const rows = await rowsBelow(data, indicators, borders)
  const targets = await listTargets(source.db, {
    unitIds: ground.ofThen,
    period: period.code,
    indicatorCodes: indicators,
  })
  return {
    units,
    rows,
    rowsThen: borders === 'then' ? rows : await rowsBelow(data, indicators, 'then'),
    targets: new Map(targets.map((target) => [cellKey(target.indicator, target.unitId), target])),
    landscape: await loadLandscape(source.db, ground, borders, units),
  }
}

async function rowsBelow(
  { source, owner, period }: YearData,
  indicators: readonly string[],
  borders: string,
) {
  const rows = await rollup(source.db, {
    indicators: [...new Set(indicators)],
    periods: [period.code],
    units: [owner.code],
    level: 'children',
    borders,
    state: 'approved',
    today: source.today,
  })
  return new Map(rows.map((row) => [cellKey(row.indicator, row.unitId), row]))
}

/** The parts of one figure, by code. A unit that nobody expects anything of and that gave nothing is still a part. */
export function partsOf(data: YearData, below: Below, indicator: string): Part[] {
  const { source, ground, borders } = data
  const tree = borders === 'now' ? ground.now : ground.then
  return below.units.map((id) => {
    const row = below.rows.get(cellKey(indicator, id))
    const lie = below.landscape.of(id)
    const value = row?.value ?? null
    const target = targetOf(data, below, indicator, id)
    const kind = below.targets.values().find((t) => t.indicator === indicator)?.kind ?? 'cumulative'
    return {
      unit: unitView(source.lang, tree.units.get(id)!),
      value,
      target,
      attainment: attainmentOf(value, target, kind),
      reported: row?.reported ?? 0,
      expected: row?.expected ?? 0,
      place: lie.place,
      border: lie.border,
      predecessors: lie.predecessors.map(({ unit, place }) => ({
        unit: unitView(source.lang, ground.then.units.get(unit)!),
        place,
      })),
    }
  })
}

function targetOf({ ground, borders }: YearData, below: Below, indicator: string, id: number): string | null {
  if (borders === 'then') return below.targets.get(cellKey(indicator, id))?.value ?? null
  const origins = ground.origins.get(id) ?? []
  return restateTarget(
    origins.map(({ unit, share }) => ({
      target: below.targets.get(cellKey(indicator, unit))?.value ?? null,
      value: below.rowsThen.get(cellKey(indicator, unit))?.value ?? null,
      share,
    })),
  )
}

/**
 * A figure with its parts when they add up to it, else null: a rank, a rate. A sum may have more than its parts give,
 * which then lies at the owner itself.
 */
export function confluenceOf(
  data: YearData,
  figure: Figure,
  parts: Part[],
  isSum: boolean,
): Confluence | null {
  if (figure.value === null) return null
  const sum = parts.reduce((total, { value }) => total.plus(value ?? 0), new Big(0))
  const rest = new Big(figure.value).minus(sum)
  if (rest.eq(0)) return { figure, parts, rest: null }
  const { place } = data.frame
  if (!isSum || !place || sum.eq(0)) return null
  return { figure, parts, rest: { unit: place.unit, value: plain(rest) } }
}
