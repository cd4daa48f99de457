// The breakthrough contents of the year, each with its headline figure if it has one, and the other programmes.

import { html } from 'hono/html'
import { formatMeasure } from '#kernel/measure.ts'
import { bullet } from '../charts/bars.ts'
import { figurePath, type Here, programmePath } from '../paths.ts'
import type { Figure, ProgrammeCard } from '../view.ts'
import { attainmentText, figureNumber, figureText, floorWord, scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export function breakthroughs(w: Words, here: Here, cards: readonly ProgrammeCard[]): Html {
  if (cards.length === 0) return html``
  const title = w.t('portal.home.breakthroughs', { count: cards.length })
  return html`<section aria-labelledby="dot-pha"><h2 id="dot-pha">${title}</h2>
<div class="${cards.length <= 3 ? 'cols3 brk' : 'cols3 brk many'}">${cards.map((item) => card(w, here, item))}</div>
</section>`
}

function card(w: Words, here: Here, { slug, name, summary, headline }: ProgrammeCard): Html {
  if (!headline || headline.value === null)
    return html`
<article><h3>${name}</h3>
<p class="s quiet">${summary}</p>
<p class="s quiet">${w.t('portal.home.no-figure')}</p></article>`
  const more = html`${w.t('portal.home.programme')}<span class="vh">: ${name}</span>`
  return html`
<article><h3>${name}</h3>
${number(w, here, headline)}
${againstTarget(w, headline)}
<p class="s quiet">${headline.label}</p>
<p class="more"><a href="${programmePath(here, slug)}">${more}</a></p></article>`
}

function number(w: Words, here: Here, figure: Figure): Html {
  const scale = scaleOf(w, figure)
  const before = [floorWord(w, figure), scale.before].filter(Boolean).join(' ')
  const spoken = `${figureText(w, figure)}, ${figure.label}`
  const link = html`<a href="${figurePath(here, figure.key)}" aria-label="${spoken}">${figureNumber(w, figure)}</a>`
  const small = (text: string) => (text ? html`<small>${text}</small>` : '')
  return html`<p class="num">${small(before)} ${link} ${small(scale.after)}</p>`
}

function againstTarget(w: Words, figure: Figure): Html {
  const { value, target, attainment } = figure
  if (target === null || attainment === null) return html``
  const of = w.t('portal.of-target', { target: formatMeasure(w.lang, target, scaleOf(w, figure)) })
  return html`${bullet(Number(value), Number(target), attainment.met)}
<p class="s">${attainmentText(w, attainment)} ${of}</p>`
}

export function otherProgrammes(w: Words, here: Here, cards: readonly ProgrammeCard[]): Html {
  if (cards.length === 0) return html``
  const items = cards.map(
    ({ slug, name }) => html`<li><a href="${programmePath(here, slug)}">${name}</a></li>`,
  )
  return html`<section aria-labelledby="ct"><h2 id="ct">${w.t('portal.home.others')}</h2>
<ul class="list">${items}</ul></section>`
}
