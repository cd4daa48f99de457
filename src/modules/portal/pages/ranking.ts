// One ranking: who stands where, the areas side by side, and why one unit has its score.

import { html } from 'hono/html'
import { demoTag } from '../parts/figure-text.ts'
import type { Html } from '../parts/html.ts'
import { layout } from '../parts/layout.ts'
import { paging } from '../parts/paging.ts'
import { areaTable, changeNote, rankTable } from '../parts/rank-table.ts'
import { whyTable } from '../parts/why-table.ts'
import type { Words } from '../parts/words.ts'
import { rankingPath } from '../paths.ts'
import { formatDay, formatScore } from '../rules/format.ts'
import type { RankingView } from '../view.ts'

export function rankingPage(w: Words, view: RankingView): Html {
  const { result, why, here, demo } = view
  const title = w.t('portal.ranking.title', { scheme: result.scheme.name, period: w.period(result.period) })
  const content = html`${years(w, view)}<p class="kick">${w.t('portal.rankings.title')}</p>
<h1>${title}</h1>
<p class="lede">${lede(w, view)}</p>
<p class="facts"><span>${w.t('portal.rankings.decided', { decision: result.decision, day: formatDay(w.lang, result.publishedOn) })}</span>${result.scheme.isExternal ? html`<span>${w.t('portal.rankings.external')}</span>` : ''}${demoTag(w, demo && !result.scheme.isExternal, 'scores')}</p>
${view.change ? changeNote(w, here, result, view.change) : ''}
${why ? whyTable(w, why) : ''}
<section aria-labelledby="hang"><h2 id="hang">${w.t('portal.ranking.ranks')}</h2>
${rankTable(w, here, result)}${paging(w, { ...here, year: Number(result.period) }, view.page, view.pages, 'hang')}</section>
<section aria-labelledby="linh-vuc"><h2 id="linh-vuc">${w.t('portal.ranking.areas')}</h2>
${areaTable(w, here, result)}
<p class="note">${w.t('portal.ranking.areas.note')}</p></section>`
  return layout(w, view, { title, description: lede(w, view), content })
}

/** How many were ranked and what they came to; what is missing where something is. */
function lede(w: Words, { result }: RankingView): string {
  const { subjects, complete, meanPercent } = result
  const count = { subjects: w.count(subjects), complete: w.count(complete) }
  if (complete === 0 || meanPercent === null) return w.t('portal.ranking.lede.open', count)
  const mean = formatScore(w.lang, meanPercent)
  return w.t(complete === subjects ? 'portal.ranking.lede' : 'portal.ranking.lede.part', { ...count, mean })
}

function years(w: Words, { published, here, result }: RankingView): Html {
  const links = published
    .toReversed()
    .map(
      ({ year, current }) =>
        html`<a href="${rankingPath(here, result.scheme.code, year)}"${current ? html` aria-current="true"` : ''}>${String(year)}</a>`,
    )
  return html`<div class="ctx" role="group" aria-label="${w.t('portal.year')}"><div><span class="k" id="k-nam">${w.t('portal.year')}</span>
<nav class="seg" aria-labelledby="k-nam">${links}</nav></div></div>`
}
