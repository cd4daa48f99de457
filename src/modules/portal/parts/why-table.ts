// Why a unit has its score: areas and criteria whose points add up to it, and what was lost where.

import { html } from 'hono/html'
import type { Why, WhyCriterion } from '#modules/assessments/api/results.ts'
import { formatScore } from '../rules/format.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export function whyTable(w: Words, why: Why): Html {
  const score = (points: string | null) =>
    points === null
      ? html`<span class="none">${w.t('portal.ranking.none')}</span>`
      : formatScore(w.lang, points)
  const lost = (points: string | null) =>
    points === null || Number(points) === 0 ? '' : html`−${formatScore(w.lang, points)}`
  const hasBefore = why.areas.some(({ criteria }) => criteria.some(({ before }) => before !== null))
  const criterion = (one: WhyCriterion) => html`
<tr><th scope="row">${one.code} ${one.name}</th><td>${score(one.points)} / ${formatScore(w.lang, one.max)}</td>
<td>${lost(one.lost)}</td>${hasBefore ? html`<td class="wide-only">${one.before === null ? '' : score(one.before)}</td>` : ''}</tr>`
  const area = (one: Why['areas'][number]) => html`
<tr class="sum"><th scope="row">${one.code}. ${one.name}</th><td>${score(one.points)} / ${formatScore(w.lang, one.max)}</td>
<td>${lost(one.lost)}</td>${hasBefore ? html`<td class="wide-only"></td>` : ''}</tr>${one.criteria.map(criterion)}`
  const adjusted =
    Number(why.adjusted) === 0
      ? ''
      : html`
<tr class="sum"><th scope="row">${w.t('portal.ranking.adjusted')}</th><td>${score(why.adjusted)}</td><td></td>${hasBefore ? html`<td class="wide-only"></td>` : ''}</tr>`
  const words = {
    unit: why.unit.name,
    points: formatScore(w.lang, why.points),
    max: formatScore(w.lang, why.max),
    index: formatScore(w.lang, why.indexPercent ?? '–'),
    rank: String(why.rank ?? '–'),
    ranked: w.count(why.ranked),
    lost: formatScore(w.lang, why.lost),
  }
  return html`<section aria-labelledby="vi-sao"><h2 id="vi-sao">${w.t('portal.ranking.why', words)}</h2>
<p class="measure">${w.t(why.indexPercent === null ? 'portal.ranking.why.open' : 'portal.ranking.why.says', words)}</p>
<div class="tw"><table><caption class="vh">${w.t('portal.ranking.why', words)}</caption>
<thead><tr><th scope="col">${w.t('portal.ranking.criterion')}</th><th scope="col">${w.t('portal.ranking.points')}</th>
<th scope="col">${w.t('portal.ranking.lost')}</th>${hasBefore ? html`<th scope="col" class="wide-only">${w.t('portal.ranking.points.before')}</th>` : ''}</tr></thead>
<tbody>${why.areas.map(area)}${adjusted}</tbody></table></div></section>`
}
