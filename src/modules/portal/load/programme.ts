import { rollup, rollupItems } from '#modules/indicators/index.ts'
import type { RollupRow } from '#modules/indicators/schema.ts'
import { kindsOf } from '#modules/organisation/rules/names.ts'
import { listProgrammes, loadLandscape } from '#modules/programmes/index.ts'
import type { Programme } from '#modules/programmes/schema.ts'
import { mostJoined } from '../rules/headline.ts'
import type { Confluence, Figure, ProgrammeView, Quality, Restated, TrendPoint } from '../view.ts'
import { loadConfluences } from './home.ts'
import type { YearData } from './year.ts'

/** Undefined when no programme of any year has this slug. */
export async function loadProgramme(
  data: YearData,
  slug: string,
  page: number,
): Promise<ProgrammeView | undefined> {
  const { source, frame, running } = data
  const programme = data.programmes.find((p) => p.slug === slug) ?? (await findInOtherYears(data, slug))
  if (!programme) return undefined
  const vi = source.lang === 'vi'
  const figures = data.figures.filter(({ programmeSlug }) => programmeSlug === slug)
  const confluences = await loadConfluences(data, figures)
  const told = confluences.filter(({ figure }) => figure.phrase !== null)
  const main = mostJoined(told.length > 0 ? told : confluences)
  const breakthroughs = running.filter(({ breakthrough }) => breakthrough)
  return {
    ...frame,
    programme: {
      slug,
      name: vi ? programme.name : programme.nameEn,
      summary: vi ? programme.summary : programme.summaryEn,
      breakthrough: breakthroughs.includes(programme),
      position: breakthroughs.indexOf(programme) + 1,
    },
    figures,
    main,
    trend: main ? await loadTrend(data, main.figure) : [],
    table: tableOf(confluences, main),
    breakdown: await loadBreakdown(data, figures),
    map: main && data.borders === 'then' ? await touchOf(data) : null,
    restated: restatedOf(data, main?.figure.key),
    page,
  }
}

/** How faithful the schematic map is. */
const touchOf = async ({ source, ground }: YearData) =>
  (await loadLandscape(source.db, ground, 'then', ground.ofThen, false)).touch

async function findInOtherYears({ source, frame }: YearData, slug: string): Promise<Programme | undefined> {
  for (const year of [...frame.years].reverse()) {
    const found = (await listProgrammes(source.db, year)).find((programme) => programme.slug === slug)
    if (found) return found
  }
  return undefined
}

/** Years that a trend shows at most. */
const MOST_YEARS = 12

/** The figure of the owner in every year from the first known one to the last, missing years without a value. */
async function loadTrend(
  { source, frame, owner, answers, borders }: YearData,
  figure: Figure,
): Promise<TrendPoint[]> {
  const indicator = answers.find(({ key }) => key === figure.key)!.indicator
  const [first, last] = [Math.min(...frame.years), Math.max(...frame.years)]
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
    .filter((year) => owner.beginsOn <= `${year}-12-31` && owner.endsOn >= `${year}-01-01`)
    .slice(-MOST_YEARS)
  const rows = await rollup(source.db, {
    indicators: [indicator],
    periods: years.map(String),
    units: [owner.code],
    level: 'self',
    borders,
    state: 'approved',
    today: source.today,
  })
  return rows.map((row) => ({ year: Number(row.period), value: row.value, quality: qualityOf(row) }))
}

const qualityOf = ({ estimates, preliminary }: RollupRow): Quality =>
  estimates > 0 ? 'estimate' : preliminary > 0 ? 'preliminary' : 'official'

/** Rows in the order of the main figure, the largest first. */
function tableOf(confluences: readonly Confluence[], main: Confluence | null): ProgrammeView['table'] {
  if (!main || confluences.length < 2) return null
  const order = [...main.parts].sort((a, b) => Number(b.value ?? -1) - Number(a.value ?? -1))
  return {
    columns: confluences.map(({ figure }) => figure),
    rows: order.map(({ unit }) => ({
      unit,
      values: confluences.map(
        ({ parts }) => parts.find((part) => part.unit.code === unit.code)?.value ?? null,
      ),
    })),
  }
}

/** The first figure that has a dimension with values. */
async function loadBreakdown(
  { source, owner, period, answers, borders }: YearData,
  figures: readonly Figure[],
): Promise<ProgrammeView['breakdown']> {
  for (const figure of figures) {
    const indicator = answers.find(({ key }) => key === figure.key)!.indicator
    const query = { indicator, period: period.code, unit: owner.code, borders, today: source.today }
    const items = await rollupItems(source.db, query)
    if (items.length > 1) return { figure, dimension: items[0]!.dimension, items }
  }
  return null
}

/** What restating did to the units and, for one figure, to its values; null in the borders of then. */
export function restatedOf({ borders, ground, answers }: YearData, key: string | undefined): Restated | null {
  if (borders === 'then') return null
  const whole = ground.ofNow.filter((unit) => {
    const origins = ground.origins.get(unit) ?? []
    return origins.length > 0 && origins.every(({ share }) => Number(share) === 1)
  })
  const figure = answers.find((answer) => answer.key === key)
  return {
    whole: whole.length,
    units: ground.ofNow.length,
    kinds: kindsOf(ground.ofNow.map((unit) => ground.now.units.get(unit)!)),
    notShared: figure?.notRestated ?? null,
  }
}
