// The strip above a map: its classes with their limits and how many units fall in each. For very many units it grows
// into bars and takes the map's place.

import { html } from 'hono/html'
import type { Decimal } from '#kernel/decimal.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { countByClass } from '#modules/programmes/rules/classes.ts'
import { formatSigned } from '../rules/format.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export type Classes = {
  values: readonly Decimal[]
  limits: readonly number[]
  shades: readonly string[]
  signed: boolean
}

/** Shades for this many classes, spread over the ramp so that two classes are still far apart. */
export function shadesFor(limits: readonly number[]): string[] {
  const ramps: Record<number, string[]> = {
    1: ['q3'],
    2: ['q2', 'q4'],
    3: ['q1', 'q3', 'q5'],
    4: ['q1', 'q2', 'q3', 'q4'],
  }
  return ramps[limits.length + 1] ?? ['q1', 'q2', 'q3', 'q4', 'q5']
}

export function mapKey(w: Words, classes: Classes): Html {
  const counts = countByClass(classes.values, classes.limits)
  const items = counts.map(
    (count, i) =>
      html`<li>${swatch(classes, i, 100)}${className(w, classes, i)} <span class="quiet">(${w.count(count)})</span></li>`,
  )
  return html`<ul class="key">${items}</ul>`
}

/** How many units fall in each class, as bars: legible for thousands. */
export function classBars(w: Words, classes: Classes, kinds: string): Html {
  const counts = countByClass(classes.values, classes.limits)
  const most = Math.max(...counts)
  const rows = counts.map(
    (count, i) => html`
<tr><th scope="row">${className(w, classes, i)}</th>
<td>${w.count(count)}</td><td class="bar">${swatch(classes, i, (count / most) * 100)}</td></tr>`,
  )
  return html`<div class="tw"><table>
<thead><tr><th scope="col">${w.t('portal.map.class')}</th>
<th scope="col">${w.t('portal.map.count', { kinds })}</th><td></td></tr></thead>
<tbody>${rows}</tbody></table></div>`
}

const swatch = ({ shades }: Classes, i: number, percent: number): Html =>
  html`<svg aria-hidden="true"><rect class="${shades[i] ?? ''}" width="${percent.toFixed(1)}%" height="12"/></svg>`

/** "dưới 50", "50–199", "từ 900"; for differences "dưới −3", "−3 đến 0", "từ +3". */
function className(w: Words, { values, limits, signed }: Classes, i: number): string {
  const write = (n: number) =>
    signed && n !== 0 ? formatSigned(w.lang, String(n), 0) : formatNumber(w.lang, String(n))
  const [from, to] = [limits[i - 1], limits[i]]
  if (from === undefined && to === undefined) return w.t('portal.map.all')
  if (from === undefined) return w.t('portal.map.below', { limit: write(to!) })
  if (to === undefined) return w.t('portal.map.from', { limit: write(from) })
  const whole = !signed && [...values.map(Number), ...limits].every(Number.isInteger)
  if (!whole) return w.t('portal.map.between', { from: write(from), to: write(to) })
  return to - 1 === from ? write(from) : `${write(from)}–${write(to - 1)}`
}
