import { loadIndicators } from '#modules/indicators/index.ts'
import { chooseHeadlines } from '../rules/headline.ts'
import type { Confluence, Figure, HomeView, ProgrammeCard } from '../view.ts'
import { confluenceOf, loadBelow, partsOf } from './parts.ts'
import type { YearData } from './year.ts'

/** The home page of a year. */
export async function loadHome(data: YearData): Promise<HomeView> {
  const { frame, figures, running, source } = data
  const confluences = await loadConfluences(
    data,
    figures.filter(({ phrase, value }) => phrase !== null && value !== null),
  )
  const { river, ofProgramme } = chooseHeadlines(figures, confluences)
  const cards = running.map(
    ({ slug, name, nameEn, summary, summaryEn }): ProgrammeCard => ({
      slug,
      name: source.lang === 'en' ? nameEn : name,
      summary: source.lang === 'en' ? summaryEn : summary,
      headline: ofProgramme(slug),
    }),
  )
  const chosen = new Set(running.filter(({ breakthrough }) => breakthrough).map(({ slug }) => slug))
  return {
    ...frame,
    figures,
    confluence: river,
    breakthroughs: cards.filter(({ slug }) => chosen.has(slug)),
    others: cards.filter(({ slug }) => !chosen.has(slug)),
  }
}

/** The figures among these whose parts add up to them, with their parts. */
export async function loadConfluences(data: YearData, figures: readonly Figure[]): Promise<Confluence[]> {
  const indicators = await loadIndicators(data.source.db)
  const codeOf = new Map(data.answers.map(({ key, indicator }) => [key, indicator]))
  const asked = figures.flatMap((figure) => {
    const indicator = indicators.get(codeOf.get(figure.key) ?? '')
    return indicator ? [{ figure, indicator }] : []
  })
  if (asked.length === 0) return []
  const below = await loadBelow(
    data,
    asked.map(({ indicator }) => indicator.code),
  )
  return asked.flatMap(({ figure, indicator }) => {
    const isSum = indicator.acrossUnits === 'sum' && indicator.formula === null
    const confluence = confluenceOf(data, figure, partsOf(data, below, indicator.code), isSum)
    return confluence ? [confluence] : []
  })
}
