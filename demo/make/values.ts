// What the nineteen communes report for 2020 and 2021. The district's totals of 2021 are those of the real case; how
// they fall on communes, quarters and channels, and all of 2020, is invented.

import { apportion, wobble } from './apportion.ts'
import type { Commune } from './communes.ts'

export type ValueRow = {
  form: string
  indicator: string
  unit_code: string
  period: string
  breakdown: string
  value: number
}

type Year = '2020' | '2021'
type Share = (commune: Commune) => number

const TONNES = { '2020': 38_400, '2021': 55_860 }
const BEARING = { '2020': 5_480, '2021': 5_900 }
const AREA_2020 = { longan: 7_050, mango: 1_690, plum: 84, other_fruit: 915 }
const PLANTED_2020 = { pineapple: 32, sweet_corn: 98 }

/** VND by channel, in whole steps of 100 000. */
const MARKET = {
  '2020': { domestic: 455_200_000_000, processing: 361_900_000_000, export: 101_500_000_000 },
  '2021': { domestic: 468_500_000_000, processing: 412_600_000_000, export: 114_300_000_000 },
}
const MARKET_STEP_VND = 100_000

/** How a year's work falls on its quarters. Longan is picked from late July to September. */
const QUARTERS = {
  domestic: [9, 12, 58, 21],
  processing: [7, 6, 55, 32],
  export: [3, 4, 71, 22],
  pineapple: [50, 30, 20, 0],
  sweet_corn: [45, 0, 20, 35],
}

/** The communes along the river carry the longan: older orchards, better yield. */
const isRiverside = (c: Commune): boolean => c.longan >= 400

export function makeValues(communes: readonly Commune[]): ValueRow[] {
  const years: Year[] = ['2020', '2021']
  return years.flatMap((year) => [
    ...fruitAreas(communes, year),
    ...market(communes, year),
    ...planting(communes, year),
  ])
}

function fruitAreas(communes: readonly Commune[], year: Year): ValueRow[] {
  const area = (fruit: keyof typeof AREA_2020) =>
    year === '2021'
      ? communes.map((c) => c[fruit])
      : split(communes, AREA_2020[fruit], (c) => c[fruit] * wobble(c.code + fruit, 0.03))

  const longan = area('longan')
  const bearing = apportion(
    BEARING[year],
    communes.map((c, i) => longan[i]! * (isRiverside(c) ? 0.81 : 0.7) * wobble(`${c.code}bearing`, 0.02)),
  )
  const output = apportion(
    TONNES[year],
    communes.map((c, i) => bearing[i]! * (isRiverside(c) ? 9.7 : 8) * wobble(c.code + year, 0.05)),
  )
  const columns = {
    longan_area: longan,
    longan_bearing_area: bearing,
    longan_output: output,
    mango_area: area('mango'),
    plum_area: area('plum'),
    other_fruit_area: area('other_fruit'),
  }
  return communes.flatMap((c, i) =>
    Object.entries(columns).map(([indicator, values]) => ({
      form: 'fruit_areas',
      indicator,
      unit_code: c.code,
      period: year,
      breakdown: '',
      value: values[i]!,
    })),
  )
}

function market(communes: readonly Commune[], year: Year): ValueRow[] {
  const shares: Record<keyof typeof QUARTERS & ('domestic' | 'processing' | 'export'), Share> = {
    domestic: (c) => c.longan + 0.8 * (c.mango + c.plum + c.other_fruit),
    processing: (c) => c.kilns * Math.sqrt(c.longan),
    export: (c) => c.exports * Math.sqrt(c.longan),
  }
  return (['domestic', 'processing', 'export'] as const).flatMap((channel) => {
    const yearly = split(
      communes,
      MARKET[year][channel],
      (c) => shares[channel](c) * wobble(c.code + channel + year, 0.08),
      MARKET_STEP_VND,
    )
    return communes.flatMap((c, i) =>
      quarterly(c, year, channel, yearly[i]!, MARKET_STEP_VND).map((quarter) => ({
        form: 'produce_market',
        indicator: 'produce_value',
        unit_code: c.code,
        breakdown: `channel=${channel}`,
        ...quarter,
      })),
    )
  })
}

function planting(communes: readonly Commune[], year: Year): ValueRow[] {
  return (['pineapple', 'sweet_corn'] as const).flatMap((crop) => {
    const yearly =
      year === '2021'
        ? communes.map((c) => c[crop])
        : split(communes, PLANTED_2020[crop], (c) => c[crop], 0.5)
    return communes
      .map((c, i) => ({ c, hectares: yearly[i]! }))
      .filter(({ c }) => !isSilent(c, year))
      .flatMap(({ c, hectares }) =>
        quarterly(c, year, crop, hectares, 0.5).map((quarter) => ({
          form: 'plant_crops',
          indicator: `${crop}_planted`,
          unit_code: c.code,
          breakdown: '',
          ...quarter,
        })),
      )
  })
}

/** Pú Bẩu sent no planting reports in 2020: a missing report is not a zero, and 18 of 19 must be seen to have reported. */
const isSilent = (c: Commune, year: Year): boolean => c.code === '04174' && year === '2020'

function quarterly(c: Commune, year: Year, what: keyof typeof QUARTERS, total: number, step: number) {
  const weights = QUARTERS[what].map((weight, q) => weight * wobble(`${c.code}${what}${year}Q${q}`, 0.1))
  return apportion(total, weights, step).map((value, q) => ({ period: `${year}Q${q + 1}`, value }))
}

const split = (communes: readonly Commune[], total: number, share: Share, step = 1): number[] =>
  apportion(total, communes.map(share), step)
