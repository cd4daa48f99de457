// How a figure is written: its number and unit, the word "hơn" before a floor, and the link that opens it.

import { html } from 'hono/html'
import type { Decimal } from '#kernel/decimal.ts'
import { formatMeasure, type Scale, scaled, scaleFor } from '#kernel/measure.ts'
import { formatNumber, NBSP } from '#kernel/number-text.ts'
import { figurePath, type Here } from '../paths.ts'
import { formatPercent } from '../rules/format.ts'
import type { Attainment, Figure, Quality } from '../view.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** One scale for a figure, its target and its parts, so that a reader can compare them: all in "tỷ đồng". */
export const scaleOf = (w: Words, figure: Pick<Figure, 'unitOfMeasure' | 'value' | 'target'>): Scale =>
  scaleFor(w.lang, figure.unitOfMeasure, w.measure(figure.unitOfMeasure), [figure.value, figure.target])

/** "hơn" before a figure that is published as a floor, else nothing. */
export const floorWord = (w: Words, figure: Figure): string =>
  figure.basis === 'more-than' ? w.t('portal.more-than') : ''

/** `hơn 995 tỷ đồng`, `7.430 ha`; "chưa có số" when the value is missing. */
export function figureText(w: Words, figure: Figure): string {
  if (figure.published === null) return w.t('portal.no-value')
  const measure = formatMeasure(w.lang, figure.published, scaleOf(w, figure))
  return [floorWord(w, figure), measure].filter(Boolean).join(w.lang === 'vi' ? NBSP : ' ')
}

/** The published number alone, for where the unit stands beside it. */
export const figureNumber = (w: Words, figure: Figure): string =>
  figure.published === null ? '' : formatNumber(w.lang, scaled(figure.published, scaleOf(w, figure)))

/** A bound figure: the number as a link to where it comes from. The exact value stands in `value`. */
export const bound = (href: string, value: Decimal, text: string): Html =>
  html`<a class="fig" href="${href}"><data value="${value}">${text}</data></a>`

/** A whole figure, bound; "chưa có số" when the value is missing. */
export function boundFigure(w: Words, here: Here, figure: Figure): Html {
  if (figure.value === null) return none(w.t('portal.no-value'))
  return bound(figurePath(here, figure.key), figure.value, figureText(w, figure))
}

/** A figure inside a sentence: bound, with "hơn" before the link and not in it. */
export function toldFigure(w: Words, here: Here, figure: Figure): Html {
  if (figure.value === null || figure.basis === 'exact') return boundFigure(w, here, figure)
  const measure = formatMeasure(w.lang, figure.published ?? figure.value, scaleOf(w, figure))
  return html`${floorWord(w, figure)} ${bound(figurePath(here, figure.key), figure.value, measure)}`
}

/** `▲ 101,8%` or `▼ 96,0%`: the mark is drawn by the style sheet and said by a hidden word. */
export function attainmentText(w: Words, attainment: Attainment | null): Html {
  if (attainment === null) return noTarget(w)
  const said = w.t(attainment.met ? 'portal.met' : 'portal.unmet')
  const percent = formatPercent(w.lang, attainment.percent)
  return html`<span class="${attainment.met ? 'up' : 'dn'}"><span class="vh">${said} </span>${percent}</span>`
}

/** A value in its column's scale and depth. */
export const write = (w: Words, value: Decimal, scale: Scale, places?: number): string =>
  formatNumber(w.lang, scaled(value, scale), places)

/** A value in a table; "chưa có số" when it is missing. */
export const cell = (w: Words, value: Decimal | null, scale: Scale, places?: number): Html =>
  value === null ? none(w.t('portal.no-value')) : html`${write(w, value, scale, places)}`

/** A target in a table; a dash when none was set. */
export const targetCell = (w: Words, target: Decimal | null, scale: Scale, places?: number): Html =>
  target === null ? noTarget(w) : html`${write(w, target, scale, places)}`

const none = (text: string): Html => html`<span class="none">${text}</span>`
const noTarget = (w: Words): Html => html`<span class="none" title="${w.t('portal.no-target')}">–</span>`

/** ● chính thức, ◐ sơ bộ, ○ ước tính: a dot and a word. */
export const qualityMark = (w: Words, quality: Quality, key: 'quality' | 'numbers' = 'quality'): Html => {
  const dot = { official: 'st st-off', preliminary: 'st st-pre', estimate: 'st' }[quality]
  return html`<span class="${dot}">${w.t(`portal.${key}.${quality}`)}</span>`
}

/** A bar and a few words where an invented number stands; nothing when the data are real. */
export const demoTag = (w: Words, demo: boolean, key: 'parts' | 'split' | 'targets' | 'scores'): Html =>
  demo ? html` <span class="tag">${w.t(`portal.demo.${key}`)}</span>` : html``
