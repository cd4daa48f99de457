// Going upstream: from a figure to its communes, their reports, the approvals and the evidence. The line beside the
// steps thins as the river does.

import { html } from 'hono/html'
import { inlineName, inSentence, kindsOf } from '#modules/organisation/rules/names.ts'
import { figureCard, formulaBox } from '../parts/figure-card.ts'
import { figureNumber, figureText, floorWord, scaleOf } from '../parts/figure-text.ts'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { upstream } from '../parts/upstream.ts'
import type { Words } from '../parts/words.ts'
import { homePath, programmePath } from '../paths.ts'
import type { FigureView } from '../view.ts'

export function figurePage(w: Words, view: FigureView): Html {
  const { figure } = view
  const content = html`${crumbs(w, view)}
<p class="kick">${w.t('portal.figure.kick')}</p>
<h1 class="bigfig">${bigNumber(w, view)}</h1>
<p class="lede">${lede(w, view)}</p>
<div class="two figtop">${figureCard(w, view)}${formulaBox(w, view)}</div>
${upstream(w, view)}`
  const words = {
    text: figureText(w, figure),
    label: inSentence(figure.label),
    year: String(view.year),
  }
  return layout(w, view, {
    title: w.t(view.restated ? 'portal.figure.title.now' : 'portal.figure.title', words),
    description: w.t('portal.figure.description', words),
    content,
  })
}

function crumbs(w: Words, { here, year, programme }: FigureView): Html {
  const home = html`<a href="${homePath(here)}">${w.t('portal.home.title', { year: String(year) })}</a>`
  if (!programme) return html`<p class="crumb">${home}</p>`
  return html`<p class="crumb">${home} / <a href="${programmePath(here, programme.slug)}">${programme.name}</a></p>`
}

/** "7.430 ha nhãn"; a label that already says what is counted ("nội dung đột phá") stands without the unit. */
function bigNumber(w: Words, { figure }: FigureView): Html {
  if (figure.value === null) return html`<span>${figure.label}: ${w.t('portal.no-value')}</span>`
  const scale = scaleOf(w, figure)
  const number = figureNumber(w, figure)
  const label = inSentence(figure.label)
  const before = [floorWord(w, figure), scale.before].filter(Boolean).join(' ')
  const after = scale.after && !label.includes(scale.after) ? `${scale.after} ${label}` : label
  const size = number.length > 9 ? 'long' : ''
  return html`${before ? html`<span>${before}</span> ` : ''}
<data class="${size}" value="${figure.value}">${number}</data>
<span>${after}</span>`
}

function lede(w: Words, { figure, year, place, parts, restated, indicator }: FigureView): string {
  if (figure.value === null) return w.t('portal.figure.lede.none', { year: String(year) })
  const unit = place ? inlineName(w.lang, place.unit) : ''
  const what = w.t('portal.figure.lede', { name: indicator.name, unit, year: String(year) })
  const giving = parts.filter(({ value }) => value !== null)
  if (giving.length === 0) return what
  const how = w.t(restated ? 'portal.figure.lede.now' : 'portal.figure.lede.parts', {
    count: w.count(giving.length),
    kinds: w.kinds(kindsOf(giving.map((part) => part.unit)), giving.length),
  })
  return `${what} ${how}`
}
