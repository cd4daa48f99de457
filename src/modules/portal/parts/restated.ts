import { html } from 'hono/html'
import { formatMeasure } from '#kernel/measure.ts'
import type { Figure, Restated } from '../view.ts'
import { scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

/** What restating did: which units took others whole, and what could not be shared out and is shown above them only. */
export function restatedFacts(w: Words, { whole, units, notShared }: Restated, figure: Figure): Html {
  const left = notShared
    ? html`<span>${w.t('portal.restated.not-shared', {
        units: w.count(notShared.units),
        value: notShared.value === null ? '' : formatMeasure(w.lang, notShared.value, scaleOf(w, figure)),
      })}</span>`
    : ''
  const all =
    whole === units ? html`<span>${w.t('portal.restated.whole', { units: w.count(units) })}</span>` : ''
  return html`<span>${w.t('portal.restated')}</span>${all}${left}`
}
