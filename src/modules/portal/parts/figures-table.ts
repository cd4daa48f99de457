// Target and result of every figure of the year. Most of them lie near 100 %, so the bars show the deviation.

import { html } from 'hono/html'
import { Big } from '#kernel/decimal.ts'
import { deviationBar } from '../charts/bars.ts'
import { figurePath, type Here } from '../paths.ts'
import { scaleName } from '../rules/format.ts'
import type { Figure } from '../view.ts'
import { attainmentText, bound, cell, figureNumber, floorWord, scaleOf, targetCell } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export function figuresTable(w: Words, here: Here, figures: readonly Figure[], caption: string): Html {
  const largest = Math.max(0, ...figures.map((figure) => Math.abs(deviation(figure) ?? 0)))
  return html`<div class="tw"><table>
<caption class="vh">${caption}</caption>
<thead><tr>
<th scope="col">${w.t('portal.figure')}</th>
<th scope="col">${w.t('portal.actual')}</th>
<th scope="col" class="tl">${w.t('portal.unit')}</th>
<th scope="col" class="wide-only">${w.t('portal.target')}</th>
<th scope="col">${w.t('portal.attainment')}</th>
<th scope="col" class="tl wide-only">${w.t('portal.deviation')}</th>
</tr></thead>
<tbody>${figures.map((figure) => row(w, here, figure, largest))}</tbody>
</table></div>`
}

function row(w: Words, here: Here, figure: Figure, largest: number): Html {
  const scale = scaleOf(w, figure)
  const points = deviation(figure)
  return html`
<tr><th scope="row" class="wrapok">${figure.label}${incomplete(w, figure)}</th>
<td>${amount(w, here, figure)}</td>
<td class="tl u">${scaleName(scale)}</td>
<td class="wide-only">${targetCell(w, figure.target, scale)}</td>
<td>${attainmentText(w, figure.attainment)}</td>
<td class="bar wide-only">${points === null ? '' : deviationBar(points, largest)}</td></tr>`
}

function amount(w: Words, here: Here, figure: Figure): Html {
  if (figure.value === null) return cell(w, null, scaleOf(w, figure))
  const text = [floorWord(w, figure), figureNumber(w, figure)].filter(Boolean).join(' ')
  return bound(figurePath(here, figure.key), figure.value, text)
}

/** Says so when not all units have reported. */
function incomplete(w: Words, { reported, expected }: Figure): Html {
  if (reported >= expected) return html``
  const said = w.t('portal.reported.short', { reported: w.count(reported), expected: w.count(expected) })
  return html`<span class="from">${said}</span>`
}

/** Percentage points above (below: negative) the target; null without a target or a value. */
const deviation = ({ attainment }: Figure): number | null =>
  attainment ? new Big(attainment.percent).minus(100).toNumber() : null
