import { html } from 'hono/html'
import { Big } from '#kernel/decimal.ts'
import { scaled } from '#kernel/measure.ts'
import { capital, inSentence } from '#modules/organisation/rules/names.ts'
import type { Here } from '../paths.ts'
import { decimalsOf, scaleName } from '../rules/format.ts'
import type { ProgrammeView } from '../view.ts'
import { boundFigure, cell, demoTag, figureText, scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import { shareOf } from './sources-table.ts'
import type { Words } from './words.ts'

type Breakdown = NonNullable<ProgrammeView['breakdown']>

/** A figure parted by its dimension, the largest item first, each with its share. */
export function breakdownTable(w: Words, here: Here, breakdown: Breakdown, demo: boolean): Html {
  const { figure, dimension } = breakdown
  const items = [...breakdown.items].sort((a, b) => new Big(b.value).cmp(a.value))
  const scale = scaleOf(w, figure)
  const unit = scaleName(scale)
  const amounts = [figure.value, ...items.map(({ value }) => value)]
  const places = decimalsOf(
    amounts.map((value) => value && scaled(value, scale)),
    1,
  )
  const most = Number(items[0]?.value ?? 0)
  const name = w.breakdown(dimension)
  const rows = items.map(
    ({ item, value }) => html`
<tr><th scope="row">${w.breakdown(`${dimension}.${item}`)}</th>
<td>${cell(w, value, scale, places)}</td><td>${shareOf(w, value, figure.value)}</td></tr>
<tr class="nb0"><td colspan="3" class="bar">${bar(Number(value), most)}</td></tr>`,
  )
  const title = w.t('portal.breakdown', { amount: figureText(w, figure), dimension: inSentence(name) })
  const floor =
    figure.basis === 'more-than'
      ? html`${w.t('portal.breakdown.floor')} ${boundFigure(w, here, figure)}. `
      : ''
  return html`<section aria-labelledby="b3"><h2 id="b3">${capital(title)}</h2>
<p class="s quiet">${figure.label}, ${unit}</p>
<table class="chan"><caption class="vh">${figure.label}</caption>
<thead><tr><th scope="col">${name}</th>
<th scope="col">${capital(unit)}</th><th scope="col">${w.t('portal.share')}</th></tr></thead>
<tbody><tr class="sum"><th scope="row">${w.t('portal.all')}</th>
<td>${cell(w, figure.value, scale, places)}</td><td>100%</td></tr>${rows}
</tbody></table>
<p class="note">${floor}${demoTag(w, demo, 'split')}</p></section>`
}

function bar(value: number, most: number): Html {
  const width = most > 0 ? ((Math.max(0, value) / most) * 100).toFixed(1) : '0'
  return html`<svg aria-hidden="true"><rect class="a" width="${width}%" height="12"/></svg>`
}
