// The year on one page: one sentence whose numbers open, the river, the breakthrough contents, targets and results.

import { html } from 'hono/html'
import { inlineName } from '#modules/organisation/rules/names.ts'
import { demoTag, qualityMark, toldFigure } from '../parts/figure-text.ts'
import { figuresTable } from '../parts/figures-table.ts'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { breakthroughs, otherProgrammes } from '../parts/programme-cards.ts'
import { river } from '../parts/river.ts'
import type { Words } from '../parts/words.ts'
import { composeSentence } from '../rules/sentence.ts'
import type { HomeView } from '../view.ts'

export function homePage(w: Words, view: HomeView): Html {
  const { here, demo, confluence } = view
  const year = String(view.year)
  const told = view.figures.some(({ value }) => value !== null)
  const content = html`${sentence(w, view)}
${told ? facts(w, view) : ''}
${confluence ? river(w, confluence, { here, demo, link: true }) : ''}
${breakthroughs(w, here, view.breakthroughs)}
${told ? results(w, view) : ''}
${otherProgrammes(w, here, view.others)}`
  const unit = view.place ? inlineName(w.lang, view.place.unit) : ''
  return layout(w, view, {
    title: w.t(isRestated(view) ? 'portal.home.title.now' : 'portal.home.title', { year }),
    description: w.t('portal.home.description', { year, unit }),
    content,
  })
}

const isRestated = ({ here, borders }: HomeView): boolean => here.borders === 'now' && borders !== null

/** The year in one sentence; when there is nothing to tell yet, that in one sentence. */
function sentence(w: Words, view: HomeView): Html {
  const words = { year: String(view.year), unit: view.place ? inlineName(w.lang, view.place.unit) : '' }
  const told = view.figures.filter(({ phrase, value }) => phrase !== null && value !== null)
  if (told.length === 0) {
    const known = view.figures.some(({ value }) => value !== null)
    return html`<h1 class="say">${w.t(known ? 'portal.home.untold' : 'portal.home.no-values', words)}</h1>`
  }
  const pieces = composeSentence(
    w.lang,
    told.map(({ phrase }) => phrase ?? ''),
  )
  return html`<h1 class="say">${w.t('portal.home.say', words)} ${pieces.map((piece) =>
    'text' in piece ? piece.text : toldFigure(w, view.here, told[piece.figure]!),
  )}${isRestated(view) ? w.t('portal.home.say.now') : ''}.</h1>`
}

/** How sure and how complete, told for the figure of the river, else for the first one. */
function facts(w: Words, { figures, confluence, reporters }: HomeView): Html {
  const figure = confluence?.figure ?? figures.find(({ value }) => value !== null)
  if (!figure) return html``
  const count = {
    reported: w.count(figure.reported),
    expected: w.count(figure.expected),
    kinds: w.kinds(reporters, figure.expected),
  }
  return html`<p class="facts">${qualityMark(w, figure.quality, 'numbers')}
<span>${w.t('portal.reported', count)}</span>
<span>${w.t('portal.home.open')}</span></p>`
}

function results(w: Words, { here, year, figures, demo }: HomeView): Html {
  const floors = figures.some(({ basis }) => basis === 'more-than')
  return html`<section aria-labelledby="so"><h2 id="so">${w.t('portal.home.figures')}</h2>
${figuresTable(w, here, figures, w.t('portal.home.figures.caption', { year: String(year) }))}
<p class="note">${floors ? w.t('portal.more-than.note') : ''}${demoTag(w, demo, 'targets')}</p></section>`
}
