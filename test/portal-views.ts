// Views of the portal for its tests, and what must be true of every page that is drawn from one.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Html } from '#modules/portal/parts/html.ts'
import type { Here } from '#modules/portal/paths.ts'
import type { Figure, FigureView, Frame, HomeView, ProgrammeView, TracedPart } from '#modules/portal/view.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import {
  byKey,
  communes,
  demoConfluence,
  demoFigures,
  demoParts,
  demoPartsNow,
  demoPlace,
} from './portal-facts.ts'

const STYLE = readFileSync(join(import.meta.dirname, '../src/modules/portal/assets/portal.css'))
const BUDGET_BYTES = 30_000

/**
 * A page as it is sent, after what holds for all pages: every sentence has its text, nothing runs, nothing is styled
 * in place, and with the style sheet it weighs no more than 30 KB compressed.
 */
export async function drawn(page: Html): Promise<string> {
  const text = String(await page)
  const plain = text.replace(/portal\.[0-9a-f]{10}\.css/, '')
  assert.doesNotMatch(plain, /portal\.[a-z]|undefined|\[object|NaN/)
  assert.doesNotMatch(plain, /<script|<style|\sstyle=|\son\w+=/)
  const weight = gzipSync(text, { level: 9 }).length + gzipSync(STYLE, { level: 9 }).length
  assert.ok(weight <= BUDGET_BYTES, `${weight} bytes`)
  return text
}

const NAME = {
  vi: 'Vùng nguyên liệu gắn với chế biến, tiêu thụ, xuất khẩu',
  en: 'Growing areas tied to processing, sales and export',
}

export function demoFrame(here: Here): Frame {
  return {
    lang: here.lang,
    here,
    place: { ...demoPlace(here.lang), endsOn: '2025-06-30' },
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
    hasRankings: true,
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
    restated: now ? { whole: 9, units: 9, kinds: ['xã'], notShared: null } : null,
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
    rest: null,
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
