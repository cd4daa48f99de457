// The targets that the district set and handed down; invented, as no source gives them.

import { apportion, wobble } from './apportion.ts'
import type { Commune, Measure } from './communes.ts'
import type { ValueRow } from './values.ts'

export type TargetRow = { indicator: string; unit_code: string; period: string; value: number; kind: string }

const DISTRICT = '126'
const STEP_VND = 100_000_000

const TOTALS = {
  '2020': {
    longan: 7_000,
    mango: 1_680,
    plum: 85,
    other: 935,
    pineapple: 30,
    sweet_corn: 100,
    market: 900e9,
  },
  '2021': {
    longan: 7_300,
    mango: 1_750,
    plum: 90,
    other: 1_010,
    pineapple: 140,
    sweet_corn: 125,
    market: 950e9,
  },
}

/** The communes' targets add up to the district's; a commune without a target for a crop does not grow it. */
export function makeTargets(communes: readonly Commune[], values: readonly ValueRow[]): TargetRow[] {
  return (['2020', '2021'] as const).flatMap((year) => {
    const totals = TOTALS[year]
    const parts = (total: number, share: Measure) =>
      apportion(
        total,
        communes.map((c) => c[share]),
      )
    const longan = parts(totals.longan, 'longan_target')
    const mango = parts(totals.mango, 'mango_target')
    const plum = parts(totals.plum, 'plum_target')
    const other = parts(totals.other, 'other_fruit')
    const fruit = communes.map((_, i) => longan[i]! + mango[i]! + plum[i]! + other[i]!)

    return [
      ...cascade(communes, year, 'longan_area', 'point-in-time', longan),
      ...cascade(communes, year, 'mango_area', 'point-in-time', mango),
      ...cascade(communes, year, 'plum_area', 'point-in-time', plum),
      ...cascade(communes, year, 'fruit_area', 'point-in-time', fruit),
      ...cascade(
        communes,
        year,
        'pineapple_planted',
        'cumulative',
        parts(totals.pineapple, 'pineapple_target'),
      ),
      ...cascade(
        communes,
        year,
        'sweet_corn_planted',
        'cumulative',
        parts(totals.sweet_corn, 'sweet_corn_target'),
      ),
      ...cascade(
        communes,
        year,
        'produce_value',
        'cumulative',
        market(communes, values, year, totals.market),
      ),
    ]
  })
}

/** A plan is made before the year: near what was then sold, never equal to it. */
function market(
  communes: readonly Commune[],
  values: readonly ValueRow[],
  year: string,
  total: number,
): number[] {
  const sold = (c: Commune) =>
    values
      .filter((v) => v.indicator === 'produce_value' && v.unit_code === c.code && v.period.startsWith(year))
      .reduce((sum, v) => sum + v.value, 0)
  return apportion(
    total,
    communes.map((c) => sold(c) * wobble(`${c.code}plan${year}`, 0.05)),
    STEP_VND,
  )
}

function cascade(
  communes: readonly Commune[],
  period: string,
  indicator: string,
  kind: string,
  parts: readonly number[],
): TargetRow[] {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  const rows = communes.map((c, i) => ({ indicator, unit_code: c.code, period, value: parts[i]!, kind }))
  return [
    { indicator, unit_code: DISTRICT, period, value: whole, kind },
    ...rows.filter((row) => row.value > 0),
  ]
}
