import { html } from 'hono/html'
import { scaled, scaleFor } from '#kernel/measure.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { type TrendDot, trendAxis, trendChart } from '../charts/trend.ts'
import { decimalsOf, scaleName } from '../rules/format.ts'
import type { Figure, TrendPoint } from '../view.ts'
import { qualityMark } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** A figure over the years, its plan of the last year, and in words what a dotted line and a high axis mean. */
export function trend(w: Words, figure: Figure, points: readonly TrendPoint[]): Html {
  const all = [...points.map(({ value }) => value), figure.target]
  const scale = scaleFor(w.lang, figure.unitOfMeasure, w.measure(figure.unitOfMeasure), all)
  const unit = scaleName(scale)
  const places = decimalsOf(
    points.map(({ value }) => value && scaled(value, scale)),
    1,
  )
  const write = (n: number, decimals?: number) => formatNumber(w.lang, String(n), decimals)
  const dots = points.map(({ year, value, quality }): TrendDot => {
    const size = value === null ? null : Number(scaled(value, scale))
    const estimate = quality === 'estimate'
    return {
      year,
      value: size,
      estimate,
      text: size === null ? '' : (estimate ? '≈ ' : '') + write(size, places),
    }
  })
  const plan = figure.target === null ? null : Number(scaled(figure.target, scale))
  const { low, fromZero } = trendAxis(dots, plan)
  const told = dots.map(
    (dot) => `${dot.year}: ${dot.value === null ? w.t('portal.no-value') : `${dot.text} ${unit}`}`,
  )
  const title = w.t('portal.trend', { label: figure.label, count: w.count(points.length) })
  return html`<section aria-labelledby="b2"><h2 id="b2">${title}</h2>
<p class="s quiet">${w.t('portal.trend.measure', { unit, label: figure.label })}</p>
<figure>${trendChart({
    id: 'tr',
    title: w.t('portal.trend.alt', { label: figure.label, values: told.join('; ') }),
    dots,
    target: plan === null ? null : { value: plan, text: w.t('portal.trend.target', { value: write(plan) }) },
    tick: (value, top) => (top ? `${write(value)} ${unit}` : write(value)),
    missing: w.t('portal.no-value'),
  })}
<figcaption class="cap">${caption(w, points, fromZero, `${write(low)} ${unit}`)}</figcaption></figure></section>`
}

function caption(w: Words, points: readonly TrendPoint[], fromZero: boolean, low: string): Html {
  const gaps = points.filter(({ value }) => value === null).map(({ year }) => year)
  const estimates = points.some(({ quality, value }) => value !== null && quality === 'estimate')
  const dots = estimates ? html`${qualityMark(w, 'estimate')} ${qualityMark(w, 'official')} ` : ''
  const missing = gaps.length > 0 ? `${w.t('portal.trend.gap', { years: gaps.join(', ') })} ` : ''
  return html`${dots}${missing}${fromZero ? '' : w.t('portal.trend.axis', { low })}`
}
