// The public pages: server-rendered, no script, Vietnamese at / and English at /en. They read; one of them, the answer
// sheet of a survey, is sent back.

import type { Context, Hono } from 'hono'
import { listRankings } from '#modules/assessments/index.ts'
import type { Deps } from '#platform/http/deps.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { broken, send, sourceOf } from './answer.ts'
import { serveAsset } from './assets.ts'
import { loadFigure } from './load/figure.ts'
import { loadHome } from './load/home.ts'
import { loadProgramme } from './load/programme.ts'
import { loadRanking } from './load/ranking.ts'
import type { Source } from './load/source.ts'
import { bareFrame, loadYear, type YearData } from './load/year.ts'
import { figurePage } from './pages/figure.ts'
import { homePage } from './pages/home.ts'
import { badQuestionPage, emptyPage, notFoundPage } from './pages/message.ts'
import { programmePage } from './pages/programme.ts'
import { rankingPage } from './pages/ranking.ts'
import { rankingsPage } from './pages/rankings.ts'
import type { Html } from './parts/html.ts'
import { type Words, wordsOf } from './parts/words.ts'
import type { Here } from './paths.ts'
import { type Question, readQuestion } from './rules/question.ts'
import { surveyPages } from './survey-routes.ts'
import type { Frame } from './view.ts'

/** What a page draws from a year, or undefined when there is nothing of that name. */
type Draw = (w: Words, data: YearData, question: Question) => Promise<Html | undefined>

/** A page that belongs to no year of figures. */
type DrawPlain = (w: Words, source: Source, frame: Frame, question: Question) => Promise<Html | undefined>

const drawHome: Draw = async (w, data) => homePage(w, await loadHome(data))

const drawProgramme =
  (slug: string): Draw =>
  async (w, data, { at = 1 }) => {
    const view = await loadProgramme(data, slug, at)
    return view && programmePage(w, view)
  }

const drawFigure =
  (key: string): Draw =>
  async (w, data, { unit, at = 1 }) => {
    const view = await loadFigure(data, key, { unit, page: at })
    return view && figurePage(w, view)
  }

const drawRankings: DrawPlain = async (w, source, frame) =>
  rankingsPage(w, { ...frame, rankings: await listRankings(source.db) })

const drawRanking =
  (scheme: string): DrawPlain =>
  async (w, source, frame, question) => {
    const view = await loadRanking(source, frame, scheme, question)
    return view && rankingPage(w, view)
  }

/** Adds the portal to the application; it is the last, because it answers for every address that is left. */
export function portalPages(app: Hono, deps: Deps): void {
  app.get('/assets/:name', (c) => serveAsset(c, c.req.param('name')) ?? c.notFound())
  for (const [prefix, lang] of [
    ['', 'vi'],
    ['/en', 'en'],
  ] as const) {
    const answer = (c: Context, page: Here['page'], draw: Draw) => show(c, deps, lang, page, draw)
    const plain = (c: Context, page: Here['page'], draw: DrawPlain) => showPlain(c, deps, lang, page, draw)
    app.get(`${prefix}/`, (c) => answer(c, { kind: 'home' }, drawHome))
    if (prefix) app.get(prefix, (c) => answer(c, { kind: 'home' }, drawHome))
    app.get(`${prefix}/programmes/:slug`, (c) => {
      const slug = c.req.param('slug')
      return answer(c, { kind: 'programme', slug }, drawProgramme(slug))
    })
    app.get(`${prefix}/assessments`, (c) => plain(c, { kind: 'rankings' }, drawRankings))
    app.get(`${prefix}/assessments/:scheme`, (c) => {
      const scheme = c.req.param('scheme')
      return plain(c, { kind: 'ranking', scheme }, drawRanking(scheme))
    })
    surveyPages(app, deps, { prefix, lang })
    app.get(`${prefix}/figures/:key`, (c) => {
      const key = c.req.param('key')
      return answer(c, { kind: 'figure', key }, drawFigure(key))
    })
  }
  app.get('/en/*', (c) => answerNotFound(c, deps, 'en'))
  app.get('*', (c) => answerNotFound(c, deps, 'vi'))
}

/** Reads the address, loads the year, draws the page; every way this can end is a page. */
function show(c: Context, deps: Deps, lang: Lang, page: Here['page'], draw: Draw): Promise<Response> {
  return answering(c, deps, { lang, page }, async (w, source, question) => {
    const data = await loadYear(source, page, question)
    if (!data && page.kind === 'home') return emptyPage(w, await bareFrame(source))
    return data ? draw(w, data, question) : undefined
  })
}

/** As `show`, for pages that have years of their own; figures only lend them the navigation. */
function showPlain(
  c: Context,
  deps: Deps,
  lang: Lang,
  page: Here['page'],
  draw: DrawPlain,
): Promise<Response> {
  return answering(c, deps, { lang, page }, async (w, source, question) => {
    const frame = (await loadYear(source, page, {}))?.frame ?? (await bareFrame(source, page))
    const here = { lang, page, ...(question.year !== undefined && { year: question.year }) }
    return draw(w, source, { ...frame, here, year: null, borders: null }, question)
  })
}

async function answering(
  c: Context,
  deps: Deps,
  { lang, page }: Pick<Here, 'lang' | 'page'>,
  draw: (w: Words, source: Source, question: Question) => Promise<Html | undefined>,
): Promise<Response> {
  const w = wordsOf(lang)
  const source = sourceOf(deps, lang)
  try {
    const question = readQuestion(c.req.query())
    if ('bad' in question) return send(c, badQuestionPage(w, await bareFrame(source, page), question), 400)
    const drawn = await draw(w, source, question)
    return drawn ? send(c, drawn) : send(c, notFoundPage(w, await bareFrame(source)), 404)
  } catch (error) {
    return broken(c, deps, w, error)
  }
}

async function answerNotFound(c: Context, deps: Deps, lang: Lang): Promise<Response> {
  return send(c, notFoundPage(wordsOf(lang), await bareFrame(sourceOf(deps, lang))), 404)
}
