// Ranks with the index and what it was a period before; the areas of all side by side; what an appeal changed.

import { html } from 'hono/html'
import type { PublishedResult, ResultChanges, ResultRow } from '#modules/assessments/api/results.ts'
import { scoreBar } from '../charts/bars.ts'
import { type Here, rankingPath } from '../paths.ts'
import { formatDay, formatScore, percentOf } from '../rules/format.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

const none = (w: Words): Html => html`<span class="none">${w.t('portal.ranking.none')}</span>`

export function rankTable(w: Words, here: Here, result: PublishedResult): Html {
  const href = ({ unit }: ResultRow) =>
    rankingPath(here, result.scheme.code, Number(result.period) || undefined, unit.code, 'vi-sao')
  const row = (one: ResultRow) => html`
<tr><td>${one.rank === null ? none(w) : String(one.rank)}</td>
<th scope="row" class="tl"><a href="${href(one)}">${one.unit.name}</a></th>
<td>${one.indexPercent === null ? none(w) : formatScore(w.lang, one.indexPercent)}</td>
<td>${moved(w, one)}</td>
<td class="tl wide-only">${one.class ?? ''}</td>
<td class="bar wide-only">${one.indexPercent === null ? '' : scoreBar(Number(one.indexPercent))}</td></tr>`
  return html`<div class="tw"><table>
<caption class="vh">${w.t('portal.ranking.ranks')}</caption>
<thead><tr><th scope="col" aria-sort="ascending">${w.t('portal.ranking.rank')}</th>
<th scope="col" class="tl">${w.t('portal.ranking.unit')}</th><th scope="col">${w.t('portal.ranking.index')}</th>
<th scope="col">${result.before ? w.t('portal.ranking.before', { period: w.period(result.before.period) }) : ''}</th>
<th scope="col" class="tl wide-only">${w.t('portal.ranking.class')}</th>
<th scope="col" class="tl wide-only">${w.t('portal.ranking.bar')}</th></tr></thead>
<tbody>${result.rows.map(row)}</tbody></table></div>`
}

/** "hạng 10, lên 6": a rank is compared only within the same group of units. */
function moved(w: Words, { rank, before }: ResultRow): Html | string {
  if (before?.rank == null) return ''
  const by = rank === null ? 0 : before.rank - rank
  const how = by > 0 ? 'up' : by < 0 ? 'down' : 'same'
  return w.t(`portal.ranking.moved.${how}`, { rank: String(before.rank), by: String(Math.abs(by)) })
}

/** Percent of each area's maximum; on phones it scrolls sideways beside the names. */
export function areaTable(w: Words, here: Here, { rows, areas, scheme, period }: PublishedResult): Html {
  const cells = (of: (code: string) => string | null) =>
    areas.map(({ code }) => {
      const percent = of(code)
      return html`<td>${percent === null ? none(w) : formatScore(w.lang, percent, 1)}</td>`
    })
  const row = ({ unit, areas: own }: ResultRow) => html`
<tr><th scope="row"><a href="${rankingPath(here, scheme.code, Number(period) || undefined, unit.code, 'vi-sao')}">${unit.name}</a></th>
${cells((code) => percentOf(own.find((area) => area.code === code)))}</tr>`
  return html`<div class="tw stick" tabindex="0" role="group" aria-labelledby="linh-vuc"><table>
<caption class="vh">${w.t('portal.ranking.areas')}</caption>
<thead><tr><th scope="col">${w.t('portal.ranking.unit')}</th>
${areas.map(({ code, name }) => html`<th scope="col"><abbr title="${name}">${code}</abbr></th>`)}</tr></thead>
<tbody><tr class="sum"><th scope="row">${w.t('portal.ranking.mean')}</th>
${cells((code) => areas.find((area) => area.code === code)?.meanPercent ?? null)}</tr>${rows.map(row)}</tbody>
</table></div><ul class="note">${areas.map(({ code, name }) => html`<li>${code}: ${name}</li>`)}</ul>`
}

/** "Sau kiến nghị, …": both results stay; this says what became another. */
export function changeNote(w: Words, here: Here, result: PublishedResult, change: ResultChanges): Html {
  const line = ({ unit, before, after, criteria }: ResultChanges['units'][number]) => html`
<li><a href="${rankingPath(here, result.scheme.code, Number(result.period) || undefined, unit.code, 'vi-sao')}">${unit.name}</a>: ${w.t(
    'portal.ranking.change.unit',
    {
      before: formatScore(w.lang, before.indexPercent ?? '–'),
      after: formatScore(w.lang, after.indexPercent ?? '–'),
      rankBefore: String(before.rank ?? '–'),
      rankAfter: String(after.rank ?? '–'),
    },
  )}${criteria.map(({ code, name, ...points }) => html` ${code} ${name}: ${formatScore(w.lang, points.before ?? '–')} → ${formatScore(w.lang, points.after ?? '–')}.`)}</li>`
  return html`<section aria-labelledby="kien-nghi"><h2 id="kien-nghi">${w.t('portal.ranking.change')}</h2>
<p class="measure">${w.t('portal.ranking.change.says', { decision: change.to.decision, day: formatDay(w.lang, change.to.decidedOn), reason: change.to.reason })}</p>
<ul class="list gap">${change.units.map(line)}</ul></section>`
}
