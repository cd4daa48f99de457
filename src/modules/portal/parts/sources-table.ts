// The parts of a figure with where each stands: share, the report version that counts, when it was approved.

import { html } from 'hono/html'
import { dayOf } from '#kernel/day.ts'
import { Big } from '#kernel/decimal.ts'
import { type Scale, scaled } from '#kernel/measure.ts'
import { shortName } from '#modules/organisation/rules/names.ts'
import { figurePath, type Here } from '../paths.ts'
import { decimalsOf, formatDay, formatPercent, scaleName } from '../rules/format.ts'
import type { Figure, Rest, TracedPart } from '../view.ts'
import { cell, scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import { mergedFrom, restName, rowId } from './parts-table.ts'
import type { Words } from './words.ts'

export type SourcesTable = { caption: string; first: string; rows: readonly TracedPart[] }
/** What the table is about: all parts, also those on other pages of it. */
type Sources = { figure: Figure; parts: readonly TracedPart[]; rest: Rest | null }

export function sourcesTable(w: Words, here: Here, sources: Sources, words: SourcesTable): Html {
  const { figure, parts, rest } = sources
  const scale = scaleOf(w, figure)
  const amounts = [figure.value, ...parts.map(({ value }) => value)]
  const places = decimalsOf(amounts.map((amount) => amount && scaled(amount, scale)))
  const last = lastApproval(parts)
  const row = (part: TracedPart) => html`
<tr id="${rowId(part)}"><th scope="row">${name(here, figure, part)}${mergedFrom(w, part.predecessors)}</th>
<td>${cell(w, part.value, scale, places)}</td>
<td>${shareOf(w, part.value, figure.value)}</td>
<td class="tl wide-only">${versions(w, part)}</td>
<td class="wide-only">${part.approvedAt ? formatDay(w.lang, dayOf(part.approvedAt)) : ''}</td></tr>`

  return html`<div class="tw"><table>
<caption class="vh">${words.caption}</caption>
<thead><tr><th scope="col">${words.first}</th>
<th scope="col" aria-sort="descending">${figure.label}, ${scaleName(scale)}</th>
<th scope="col">${w.t('portal.share')}</th>
<th scope="col" class="tl wide-only">${w.t('portal.report')}</th>
<th scope="col" class="wide-only">${w.t('portal.approved')}</th></tr></thead>
<tbody>
<tr class="sum"><th scope="row">${w.t('portal.total')}</th>
<td>${cell(w, figure.value, scale, places)}</td>
<td>${figure.value !== null && Number(figure.value) !== 0 ? '100%' : ''}</td>
<td class="tl wide-only">${w.count(figure.reported)}/${w.count(figure.expected)}</td>
<td class="wide-only">${last ? w.t('portal.approved.until', { day: formatDay(w.lang, dayOf(last)) }) : ''}</td></tr>
${rest ? restRow(w, rest, figure, scale, places) : ''}${words.rows.map(row)}</tbody>
</table></div>`
}

const restRow = (w: Words, rest: Rest, figure: Figure, scale: Scale, places: number): Html => html`
<tr><th scope="row">${restName(w, rest)}</th><td>${cell(w, rest.value, scale, places)}</td>
<td>${shareOf(w, rest.value, figure.value)}</td><td class="wide-only"></td><td class="wide-only"></td></tr>
`

/** A part without a value has no reports to open. */
const name = (here: Here, figure: Figure, { unit, value }: TracedPart): Html | string =>
  value === null
    ? shortName(unit)
    : html`<a href="${figurePath(here, figure.key, unit.code, 'bao-cao')}">${shortName(unit)}</a>`

/** A part's share of the whole; nothing when one of them is missing or the whole is zero. */
export function shareOf(w: Words, part: string | null, whole: string | null): string {
  if (part === null || whole === null || new Big(whole).eq(0)) return ''
  return formatPercent(w.lang, new Big(part).div(whole).times(100).toFixed())
}

/** "bản 2"; "4 báo cáo" when several reports make up the part. */
function versions(w: Words, { version, reports }: TracedPart): string {
  if (reports > 1) return w.t('portal.reports', { count: reports })
  return version === null ? '' : w.t('portal.version', { version: String(version) })
}

export const lastApproval = (parts: readonly Pick<TracedPart, 'approvedAt'>[]): Date | undefined =>
  parts.flatMap(({ approvedAt }) => approvedAt ?? []).sort((a, b) => b.getTime() - a.getTime())[0]
