import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** What the demo knows of an old commune in 2021: hectares, and how much of the longan meets kilns and exporters. */
export type Commune = { code: string } & Record<Measure, number>

const MEASURES = [
  'longan_target',
  'longan',
  'mango_target',
  'mango',
  'plum_target',
  'plum',
  'other_fruit',
  'pineapple_target',
  'pineapple',
  'sweet_corn_target',
  'sweet_corn',
  'kilns',
  'exports',
] as const
export type Measure = (typeof MEASURES)[number]

/** The nineteen old communes of Sông Mã, by code. */
export function readCommunes(): Commune[] {
  const text = readFileSync(`${import.meta.dirname}/communes.csv`, 'utf8')
  const rows = parse(text, { columns: true }) as Record<string, string>[]
  return rows.map((row) => {
    const measures = MEASURES.map((name) => [name, Number(row[name])])
    return { code: row.code, ...Object.fromEntries(measures) } as Commune
  })
}
