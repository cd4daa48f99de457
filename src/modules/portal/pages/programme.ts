// A programme: where, then against target, then every number.

import { html } from 'hono/html'
import { capital, kindsOf } from '#modules/organisation/rules/names.ts'
import { allFigures } from '../parts/all-figures.ts'
import { breakdownTable } from '../parts/breakdown-table.ts'
import { demoTag, qualityMark } from '../parts/figure-text.ts'
import { figuresTable } from '../parts/figures-table.ts'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { mapNote, maps } from '../parts/maps.ts'
import { paging } from '../parts/paging.ts'
import { bySize, partsTable, rowId } from '../parts/parts-table.ts'
import { programmeLede } from '../parts/programme-lede.ts'
import { restatedFacts } from '../parts/restated.ts'
import { trend } from '../parts/trend.ts'
import type { Words } from '../parts/words.ts'
import { pathTo } from '../paths.ts'
import { paged } from '../rules/question.ts'
import type { Confluence, ProgrammeView } from '../view.ts'

export function programmePage(w: Words, view: ProgrammeView): Html {
  const { programme, main, restated, here } = view
  const year = String(view.year)
  const title = w.t(restated ? 'portal.programme.title.now' : 'portal.programme.title', {
    name: programme.name,
    year,
  })
  const content = html`${kicker(w, view)}
<h1>${title}</h1>
${programmeLede(w, view)}
${view.figures.length === 0 ? html`<p class="measure gap">${w.t('portal.programme.no-figures', { year })}</p>` : ''}
${main ? html`${facts(w, view, main)}${maps(w, main, restated !== null, rowId)}${mapNote(w, view)}` : ''}
${main ? byUnit(w, view, main) : alone(w, view)}
${yearsAndParts(w, view)}
${view.table ? allFigures(w, here, view.table, view.page) : ''}`
  return layout(w, view, { title, description: programme.summary || title, content })
}

function kicker(w: Words, { programme }: ProgrammeView): Html {
  if (!programme.breakthrough) return html``
  return html`<p class="kick">${w.t('portal.programme.breakthrough', { position: String(programme.position) })}</p>`
}

/** Figures that no units below add up to: a rank, a share. */
function alone(w: Words, { here, year, figures }: ProgrammeView): Html {
  if (figures.length === 0) return html``
  const caption = w.t('portal.home.figures.caption', { year: String(year) })
  return html`<section aria-labelledby="so"><h2 id="so">${w.t('portal.home.figures')}</h2>
${figuresTable(w, here, figures, caption)}</section>`
}

function facts(w: Words, { demo, restated, reporters }: ProgrammeView, { figure }: Confluence): Html {
  const count = {
    reported: w.count(figure.reported),
    expected: w.count(figure.expected),
    kinds: w.kinds(reporters, figure.expected),
  }
  const how = restated
    ? restatedFacts(w, restated, figure).map((text) => html`<span>${text}</span>`)
    : [html`<span>${w.t('portal.reported', count)}</span>`]
  return html`<p class="facts">${qualityMark(w, figure.quality, 'numbers')}${how}${demoTag(w, demo, 'parts')}</p>`
}

function byUnit(w: Words, view: ProgrammeView, main: Confluence): Html {
  const { here, restated } = view
  const { label } = main.figure
  const { rows, at, pages } = paged(bySize(main.parts), view.page)
  const units = kindsOf(main.parts.map(({ unit }) => unit))
  const kinds = w.kinds(units, main.parts.length)
  const words = {
    caption: w.t('portal.programme.table.caption', {
      label,
      year: String(view.year),
      kinds: w.kinds(units, 1),
    }),
    first: restated ? capital(w.t('portal.programme.units.now', { kinds })) : capital(kinds),
    total: restated
      ? w.t('portal.programme.total.now', { count: w.count(main.parts.length), kinds })
      : w.t('portal.programme.total'),
    rows,
  }
  const back = html`<a href="${pathTo({ ...here, borders: 'then' })}">${w.t('portal.programme.then')}</a>`
  const note = restated ? html`<p class="note">${w.t('portal.programme.now.note')} ${back}.</p>` : ''
  return html`<section aria-labelledby="b1"><h2 id="b1">${w.t('portal.programme.table', { label })}</h2>
${partsTable(w, here, main, words)}${paging(w, here, at, pages, 'b1')}${note}</section>`
}

/** The years, and where a value went; one of them alone takes the whole width. */
function yearsAndParts(w: Words, view: ProgrammeView): Html {
  const several = view.trend.filter(({ value }) => value !== null).length > 1
  const years = view.main && several ? trend(w, view.main.figure, view.trend) : ''
  const breakdown = view.breakdown ? breakdownTable(w, view.here, view.breakdown, view.demo) : ''
  if (!years && !breakdown) return html``
  return html`<section class="two even" aria-label="${w.t('portal.programme.side')}">${years}${breakdown}</section>`
}
