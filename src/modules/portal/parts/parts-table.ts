// Target and result of one figure for every commune, the largest first, the total above them.

import { html } from 'hono/html'
import { Big } from '#kernel/decimal.ts'
import { type Scale, scaled } from '#kernel/measure.ts'
import { shortName } from '#modules/organisation/rules/names.ts'
import { valueBar } from '../charts/bars.ts'
import { figurePath, type Here } from '../paths.ts'
import { decimalsOf, formatList, scaleName } from '../rules/format.ts'
import type { Attainment, Confluence, Part, Predecessor, Rest } from '../view.ts'
import { attainmentText, bound, cell, scaleOf, targetCell, write } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** The row of a unit on a page: what a brick of the map leads to. */
export const rowId = ({ unit }: Pick<Part, 'unit'>): string => `x${unit.code}`

export type PartsTable = { caption: string; first: string; total: string; rows: readonly Part[] }

/** `rows` are the parts on this page of the table, already in order. Without any target its columns are left out. */
export function partsTable(w: Words, here: Here, confluence: Confluence, words: PartsTable): Html {
  const { figure, parts, rest } = confluence
  const scale = scaleOf(w, figure)
  const unit = scaleName(scale)
  const amounts = [figure, ...parts].flatMap(({ value, target }) => [value, target])
  const targeted = figure.target !== null || parts.some(({ target }) => target !== null)
  const places = decimalsOf(amounts.map((amount) => amount && scaled(amount, scale)))
  const full =
    1.03 * Math.max(...parts.flatMap(({ value, target }) => [Number(value ?? 0), Number(target ?? 0)]))

  const numbers = (href: string, of: Amounts) => html`
${targeted ? html`<td>${targetCell(w, of.target, scale, places)}</td>` : ''}
<td>${of.value === null ? cell(w, null, scale) : bound(href, of.value, write(w, of.value, scale, places))}</td>
${targeted ? html`<td>${attainmentText(w, of.attainment)}</td>` : ''}`
  const row = (part: Part) => html`
<tr id="${rowId(part)}"><th scope="row">${shortName(part.unit)}${mergedFrom(w, part.predecessors)}</th>
${numbers(figurePath(here, figure.key, part.unit.code, 'bao-cao'), part)}
<td class="bar wide-only">${bar(part, full)}</td></tr>`

  return html`<div class="tw"><table>
<caption class="vh">${words.caption}</caption>
<thead><tr><th scope="col">${words.first}</th>
${targeted ? html`<th scope="col">${w.t('portal.target')}, ${unit}</th>` : ''}
<th scope="col" aria-sort="descending">${w.t('portal.actual')}, ${unit}</th>
${targeted ? html`<th scope="col">${w.t('portal.attainment')}</th>` : ''}
<th scope="col" class="tl wide-only">${targeted ? w.t('portal.notch') : w.t('portal.bar')}</th></tr></thead>
<tbody>
<tr class="sum"><th scope="row">${words.total}</th>
${numbers(figurePath(here, figure.key), figure)}
<td class="wide-only"></td></tr>${rest ? restRow(w, rest, scale, places, targeted) : ''}${words.rows.map(row)}
</tbody>
</table></div>`
}

/** What lies at the unit itself: it has no target and no page of its own. */
const restRow = (w: Words, rest: Rest, scale: Scale, places: number, targeted: boolean): Html => html`
<tr><th scope="row">${restName(w, rest)}</th>${targeted ? html`<td></td>` : ''}
<td>${write(w, rest.value, scale, places)}</td>${targeted ? html`<td></td>` : ''}<td class="wide-only"></td></tr>`

/** The unit's own name, and that this is not a part of it. */
export const restName = (w: Words, { unit }: Rest): Html =>
  html`${unit.name}<span class="from">${w.t('portal.rest')}</span>`

type Amounts = { value: string | null; target: string | null; attainment: Attainment | null }

const bar = ({ value, target, attainment }: Part, full: number): Html =>
  value === null
    ? html``
    : valueBar(Number(value), target === null ? null : Number(target), full, attainment?.met ?? true)

/** "gộp Bó Sinh, Pú Bẩu và Chiềng En" under the name of a merged unit. */
export function mergedFrom(w: Words, predecessors: readonly Predecessor[]): Html {
  if (predecessors.length === 0) return html``
  const units = formatList(
    w.lang,
    predecessors.map(({ unit }) => shortName(unit)),
  )
  return html`<span class="from">${w.t('portal.merged', { units })}</span>`
}

/** The largest first; units without a value last, by code. */
export const bySize = <P extends Part>(parts: readonly P[]): P[] =>
  [...parts].sort((a, b) => {
    if (a.value !== null && b.value !== null && !new Big(a.value).eq(b.value))
      return new Big(b.value).cmp(a.value)
    return Number(a.value === null) - Number(b.value === null) || (a.unit.code < b.unit.code ? -1 : 1)
  })
