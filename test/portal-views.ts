// Views of the portal for its tests, made from the demo's own files: the same communes, values, targets and places that
// the program loads, without a database in between.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { Big, plain } from '#kernel/decimal.ts'
import type { Here } from '#modules/portal/paths.ts'
import type {
  Confluence,
  Figure,
  FigureView,
  Frame,
  HomeView,
  Part,
  Place,
  ProgrammeView,
  TracedPart,
  UnitView,
} from '#modules/portal/view.ts'
import type { Lang } from '#platform/i18n/translate.ts'

const DEMO = join(import.meta.dirname, '../demo')
const rows = (file: string): Record<string, string>[] =>
  parse(readFileSync(join(DEMO, file), 'utf8'), { columns: true, bom: true })

const communes = rows('make/communes.csv')
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

const byKey = (figures: readonly Figure[], key: string): Figure =>
  figures.find((figure) => figure.key === key)!

export const demoConfluence = (lang: Lang): Confluence => ({
  figure: byKey(demoFigures(lang), 'F04'),
  parts: demoParts(lang, 'longan', 'longan_target'),
})

const NAME = {
  vi: 'Vùng nguyên liệu gắn với chế biến, tiêu thụ, xuất khẩu',
  en: 'Growing areas tied to processing, sales and export',
}

export function demoFrame(here: Here): Frame {
  const district = units.find(({ code }) => code === '126')!
  const province = units.find(({ code }) => code === '14')!
  const named = (row: Record<string, string>): UnitView => ({
    code: row.code!,
    name: here.lang === 'vi' ? row.name! : row.name_en!,
    kind: row.kind!,
  })
  return {
    lang: here.lang,
    here,
    place: { unit: named(district), above: [named(province)], endsOn: '2025-06-30' },
    reporters: ['xã', 'thị trấn'],
    year: 2021,
    years: [2020, 2021],
    borders: {
      ofThen: { count: 19, kinds: ['xã', 'thị trấn'] },
      ofNow: { count: 9, kinds: ['xã'] },
      basis: '1681/NQ-UBTVQH15',
      since: '2025-07-01',
    },
    demo: true,
    programmes: [{ slug: 'growing-areas', name: NAME[here.lang] }],
  }
}

export function demoHome(lang: Lang, over: Partial<HomeView> = {}): HomeView {
  const figures = demoFigures(lang)
  const card = (slug: string, name: string, headline: Figure | null) => ({
    slug,
    name,
    summary: name,
    headline,
  })
  return {
    ...demoFrame({ lang, page: { kind: 'home' }, year: 2021 }),
    year: 2021,
    figures,
    confluence: demoConfluence(lang),
    breakthroughs: [
      card('growing-areas', NAME[lang], byKey(figures, 'F07')),
      card(
        'administrative-reform',
        lang === 'vi' ? 'Nâng chỉ số cải cách hành chính' : 'A higher administrative-reform index',
        null,
      ),
      card(
        'housing',
        lang === 'vi' ? 'Xóa nhà tạm, nhà dột nát của hộ nghèo' : 'Removing dilapidated houses',
        null,
      ),
    ],
    others: [],
    ...over,
  }
}

export function demoProgramme(lang: Lang, now = false, over: Partial<ProgrammeView> = {}): ProgrammeView {
  const figures = demoFigures(lang).filter(({ programmeSlug }) => programmeSlug !== null)
  const confluence = demoConfluence(lang)
  const columns = figures.filter(({ key }) => ['F04', 'F05', 'F02'].includes(key))
  return {
    ...demoFrame({
      lang,
      page: { kind: 'programme', slug: 'growing-areas' },
      year: 2021,
      ...(now && { borders: 'now' }),
    }),
    year: 2021,
    programme: { slug: 'growing-areas', name: NAME[lang], summary: '', breakthrough: true, position: 1 },
    figures,
    main: now ? { ...confluence, parts: demoPartsNow(lang, 'longan', 'longan_target') } : confluence,
    trend: [
      { year: 2018, value: '6000', quality: 'estimate' },
      { year: 2019, value: '6700', quality: 'estimate' },
      { year: 2020, value: null, quality: 'official' },
      { year: 2021, value: confluence.figure.value, quality: 'official' },
    ],
    table: {
      columns,
      rows: demoParts(lang, 'longan', null).map(({ unit, value }) => {
        const row = communes.find(({ code }) => code === unit.code)!
        return { unit, values: [value, row.mango!, row.sweet_corn!] }
      }),
    },
    breakdown: {
      figure: byKey(figures, 'F07'),
      dimension: 'channel',
      items: [
        { item: 'domestic', value: '468500000000' },
        { item: 'processing', value: '412600000000' },
        { item: 'export', value: '114300000000' },
      ],
    },
    map: { touching: 32, pairs: 35 },
    restated: now ? { whole: 9, units: 9, notShared: null } : null,
    page: 1,
    ...over,
  }
}

export function demoFigurePage(lang: Lang, over: Partial<FigureView> = {}): FigureView {
  const { figure, parts } = demoConfluence(lang)
  const approvedAt = new Date('2022-01-07T02:40:00Z')
  const traced: TracedPart[] = parts.map((part) => ({
    ...part,
    reports: 1,
    version: 1,
    latest: 1,
    approvedAt,
  }))
  const opened = parts.find(({ unit }) => unit.code === '04198')!
  const version = (n: number, state: 'in-force' | 'returned', value: string, reason: string | null) => ({
    version: n,
    state,
    values: [value],
    quality: 'official' as const,
    imported: false,
    reason,
    submittedAt: new Date(`2022-01-0${n * 2 + 2}T02:05:00Z`),
    decidedAt: new Date(`2022-01-0${n * 2 + 3}T03:30:00Z`),
  })
  return {
    ...demoFrame({ lang, page: { kind: 'figure', key: 'F04' }, year: 2021 }),
    year: 2021,
    figure,
    programme: { slug: 'growing-areas', name: NAME[lang] },
    indicator: {
      name: lang === 'vi' ? 'Diện tích nhãn' : 'Longan area',
      acrossUnits: 'sum',
      acrossTime: 'last',
    },
    formula: null,
    parts: traced,
    opened: {
      unit: opened.unit,
      value: opened.value,
      more: 0,
      reports: [
        {
          unitName: opened.unit.name,
          form: lang === 'vi' ? 'Cây ăn quả, năm' : 'Fruit trees, yearly',
          period: '2021',
          columns: [{ label: figure.label, unitOfMeasure: 'ha' }],
          versions: [
            version(2, 'in-force', opened.value!, null),
            version(1, 'returned', '868', '26 ha vườn nhãn ven đường 4G tính hai lần.'),
          ],
        },
      ],
    },
    counted: [],
    evidence: [],
    restated: null,
    page: 1,
    ...over,
  }
}
