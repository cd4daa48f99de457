// Facts for the portal's tests, from the demo's own files: the same communes, values, targets and places that the
// program loads, without a database in between.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Big, plain } from '#kernel/decimal.ts'
import type { Confluence, Figure, Part, Place, UnitView } from '#modules/portal/view.ts'
import type { Lang } from '#platform/i18n/translate.ts'

const DEMO = join(import.meta.dirname, '../demo')
const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(DEMO, file), 'utf8'), { columns: true, bom: true })

/** One row a commune: its values of 2021 and its targets. */
export const communes = rows('make/communes.csv')
const units = rows('units.csv')
const tiles = new Map(rows('tiles.csv').map((row) => [row.unit_code!, row]))
const successions = rows('succession.csv')

const unitOf = (code: string, lang: Lang, now: boolean): UnitView => {
  const row = units.find((u) => u.code === code && (u.valid_from === '2025-07-01') === now)!
  return { code, name: lang === 'vi' ? row.name! : row.name_en!, kind: row.kind! }
}

const placeOf = (code: string): Place | null => {
  const row = tiles.get(code)
  if (!row) return null
  const bank = row.bank === 'south' ? 'south' : 'north'
  return { row: Number(row.tile_row), x: Number(row.tile_x), bank, order: Number(row.river_order) }
}

/** Pairs of codes that border each other. */
export const demoNeighbours = (): (readonly [string, string])[] =>
  rows('neighbours.csv').map((row) => [row.unit_code!, row.neighbour_code!] as const)

export const demoPlaces = (): Place[] => [...tiles.keys()].flatMap((code) => placeOf(code) ?? [])

const attained = (value: string, target: string | null) => {
  if (target === null || Number(target) === 0) return null
  const percent = new Big(value).div(target).times(100)
  return { percent: percent.toFixed(), met: percent.gte(100) }
}

/** The communes of 2021 with one column of the demo as value and another as target. */
export function demoParts(lang: Lang, column: string, targets: string | null): Part[] {
  return communes.map((row) => {
    const [value, target] = [row[column]!, targets ? row[targets]! : null]
    return {
      unit: unitOf(row.code!, lang, false),
      value,
      target,
      attainment: attained(value, target),
      reported: 1,
      expected: 1,
      predecessors: [],
      place: placeOf(row.code!),
      border: null,
    }
  })
}

/** The same in the 9 communes of now. */
export function demoPartsNow(lang: Lang, column: string, targets: string): Part[] {
  const old = demoParts(lang, column, targets)
  const codes = [...new Set(successions.map((s) => s.new_code!))]
  return codes.map((code) => {
    const from = old.filter(({ unit }) =>
      successions.some((s) => s.new_code === code && s.old_code === unit.code),
    )
    const sum = (pick: (part: Part) => string | null) =>
      plain(from.reduce((total, part) => total.plus(pick(part) ?? 0), new Big(0)))
    const [value, target] = [sum((part) => part.value), sum((part) => part.target)]
    return {
      unit: unitOf(code, lang, true),
      value,
      target,
      attainment: attained(value, target),
      reported: from.length,
      expected: from.length,
      predecessors: from.map(({ unit, place }) => ({ unit, place })),
      place: null,
      border: null,
    }
  })
}

const total = (parts: readonly Part[]): string =>
  plain(parts.reduce((sum, { value }) => sum.plus(value ?? 0), new Big(0)))

export function demoFigure(over: Partial<Figure> & Pick<Figure, 'key' | 'label' | 'value'>): Figure {
  const target = over.target ?? null
  return {
    published: over.value,
    unitOfMeasure: 'ha',
    basis: 'exact',
    quality: 'official',
    target,
    attainment: over.value === null ? null : attained(over.value, target),
    reported: 19,
    expected: 19,
    programmeSlug: 'growing-areas',
    phrase: null,
    ...over,
  }
}

/** Figures of the year as the demo tells them. */
export function demoFigures(lang: Lang): Figure[] {
  const vi = lang === 'vi'
  const sum = (column: string) => total(demoParts(lang, column, null))
  return [
    demoFigure({
      key: 'F02',
      label: vi ? 'Ngô ngọt trồng cho nhà máy' : 'Sweet corn planted for the plants',
      value: sum('sweet_corn'),
      target: '125',
    }),
    demoFigure({
      key: 'F03',
      label: vi ? 'Tất cả cây ăn quả' : 'All fruit trees',
      value: '10271.5',
      published: '10270',
      basis: 'more-than',
      target: '10150',
    }),
    demoFigure({
      key: 'F04',
      label: vi ? 'Nhãn' : 'Longan',
      value: sum('longan'),
      target: '7300',
      phrase: vi ? 'chăm sóc {value} nhãn' : 'tended {value} of longan',
    }),
    demoFigure({ key: 'F05', label: vi ? 'Xoài' : 'Mango', value: sum('mango'), target: '1750' }),
    demoFigure({
      key: 'F07',
      label: vi ? 'Giá trị chế biến, tiêu thụ, xuất khẩu' : 'Processing, sales and export',
      value: '995400000000',
      published: '995000000000',
      basis: 'more-than',
      unitOfMeasure: 'VND',
      target: '950000000000',
      phrase: vi ? 'đưa {value} nông sản ra thị trường' : 'brought {value} of farm produce to market',
    }),
    demoFigure({
      key: 'F15',
      label: vi ? 'Nội dung đột phá trong năm' : 'Breakthrough contents of the year',
      value: '3',
      unitOfMeasure: 'nội dung',
      programmeSlug: null,
      reported: 1,
      expected: 1,
    }),
  ]
}

export const byKey = (figures: readonly Figure[], key: string): Figure =>
  figures.find((figure) => figure.key === key)!

export const demoConfluence = (lang: Lang): Confluence => ({
  figure: byKey(demoFigures(lang), 'F04'),
  parts: demoParts(lang, 'longan', 'longan_target'),
  rest: null,
})

/** The district of the demo and the province above it. */
export function demoPlace(lang: Lang): { unit: UnitView; above: UnitView[] } {
  const named = (code: string): UnitView => {
    const row = units.find((unit) => unit.code === code)!
    return { code, name: lang === 'vi' ? row.name! : row.name_en!, kind: row.kind! }
  }
  return { unit: named('126'), above: [named('14')] }
}
