// What stands beside a figure: how sure it is, who has reported, the target, how it adds up; and its formula.

import { html } from 'hono/html'
import { dayOf } from '#kernel/day.ts'
import { formatMeasure } from '#kernel/measure.ts'
import { inSentence } from '#modules/organisation/rules/names.ts'
import { figurePath, figuresJson } from '../paths.ts'
import { formatDay } from '../rules/format.ts'
import type { FigureView, FormulaPart } from '../view.ts'
import { attainmentText, demoTag, qualityMark, scaleOf, write } from './figure-text.ts'
import type { Html } from './html.ts'
import { restatedFacts } from './restated.ts'
import { lastApproval } from './sources-table.ts'
import type { Words } from './words.ts'

type Row = { term: string; text: Html | string }

export function figureCard(w: Words, view: FigureView): Html {
  const { figure, parts, indicator, year, reporters } = view
  const last = lastApproval(parts)
  const kinds = w.kinds(reporters, figure.expected)
  const adding = ['across-units', 'across-time'] as const
  const how = [indicator.acrossUnits, indicator.acrossTime].flatMap((way, i) =>
    way ? [w.t(`portal.${adding[i]}.${way}`)] : [],
  )
  const row = (term: string, text: Html | string): Row[] => [{ term: w.t(term), text }]
  const rows: Row[] = [
    ...(figure.value === null ? [] : row('portal.card.state', qualityMark(w, figure.quality))),
    ...inFull(w, view),
    ...(last
      ? row('portal.card.approved', w.t('portal.approved.until', { day: formatDay(w.lang, dayOf(last)) }))
      : []),
    ...(parts.length > 0
      ? row('portal.card.reported', `${w.count(figure.reported)}/${w.count(figure.expected)} ${kinds}`)
      : []),
    ...againstTarget(w, view),
    ...(view.restated ? row('portal.borders', restatedFacts(w, view.restated, figure).join('; ')) : []),
    ...row('portal.card.adding', how.join('; ')),
    ...row('portal.figure.source', html`<a href="${figuresJson(year)}">JSON</a>`),
  ]
  return html`<dl class="card">${rows.map(
    ({ term, text }) => html`
<div><dt>${term}</dt><dd>${text}</dd></div>`,
  )}</dl>`
}

/** A figure that is published as a floor shows its exact value here. */
function inFull(w: Words, { figure }: FigureView): Row[] {
  if (figure.value === null || figure.basis === 'exact') return []
  return [{ term: w.t('portal.card.exact'), text: formatMeasure(w.lang, figure.value, scaleOf(w, figure)) }]
}

function againstTarget(w: Words, { figure, demo }: FigureView): Row[] {
  if (figure.target === null || figure.attainment === null) return []
  const of = w.t('portal.card.of', { target: formatMeasure(w.lang, figure.target, scaleOf(w, figure)) })
  const text = html`${attainmentText(w, figure.attainment)} ${of}${demoTag(w, demo, 'targets')}`
  return [{ term: w.t('portal.card.target'), text }]
}

/** The formula in words and with its numbers, each part that is a figure itself as a link. */
export function formulaBox(w: Words, { formula, figure, here }: FigureView): Html {
  if (!formula || figure.value === null) return html``
  const scale = scaleOf(w, figure)
  const named = ({ label, key }: FormulaPart) =>
    key ? html`<a href="${figurePath(here, key)}">${inSentence(label)}</a>` : inSentence(label)
  const valued = ({ value }: FormulaPart) => (value === null ? '–' : write(w, value, scale))
  const fill = (part: (part: FormulaPart) => Html | string) =>
    formula.pieces.map((piece) => (typeof piece === 'string' ? piece : part(formula.parts[piece]!)))
  return html`<div><h2 class="h3">${w.t('portal.figure.formula')}</h2>
<p class="formula">${figure.label} = ${fill(named)}<br>
<span class="n">${write(w, figure.value, scale)} = ${fill(valued)}</span></p></div>`
}
