// The confluence with its words: which units flow into which figure, in numbers and in a sentence.

import { html } from 'hono/html'
import { scaled } from '#kernel/measure.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { inSentence, kindsOf, shortName } from '#modules/organisation/rules/names.ts'
import { type FlowStream, flowChart } from '../charts/flow.ts'
import { figurePath, type Here } from '../paths.ts'
import { decimalsOf, scaleName } from '../rules/format.ts'
import { lyingMouth, standingMouth } from '../rules/mouth.ts'
import { type Stream, streamsOf } from '../rules/streams.ts'
import type { Confluence, Figure } from '../view.ts'
import { demoTag, figureNumber, figureText, floorWord, scaleOf } from './figure-text.ts'
import type { Html } from './html.ts'
import type { Words } from './words.ts'

export type RiverOptions = {
  here: Here
  demo: boolean
  /** Code of the unit whose stream is ochre; its name stands in the caption. */
  opened?: string
  /** A link to the figure's own page: not on that page itself. */
  link: boolean
}

/** The main chart of a page; nothing when no part of the figure is above zero. */
export function river(w: Words, confluence: Confluence, options: RiverOptions): Html {
  const { figure, parts, rest } = confluence
  const { streams, alongRiver } = streamsOf(parts, rest?.value)
  if (streams.length === 0) return html``
  const scale = scaleOf(w, figure)
  const unit = scaleName(scale)
  const label = inSentence(figure.label)
  const places = decimalsOf(parts.map(({ value }) => value && scaled(value, scale)))
  const counted = `${w.count(parts.length)} ${w.kinds(kindsOf(parts.map((part) => part.unit)), parts.length)}`
  const text = figureText(w, figure)
  const words = { floor: floorWord(w, figure), number: figureNumber(w, figure), scale, label, counted }

  const order = alongRiver ? 'portal.river.caption.along' : 'portal.river.caption.size'
  const caption = w.t(order, { label: figure.label, unit })
  return html`<figure class="flow">
${flowChart({
  streams: streams.map((stream) =>
    drawn(w, stream, confluence, options.opened, (value) =>
      formatNumber(w.lang, scaled(value, scale), places),
    ),
  ),
  lying: lyingMouth(words),
  standing: standingMouth(words),
  alt: w.t('portal.river.alt', { counted: `${label}, ${counted}`, unit, text }),
})}
<figcaption class="cap">${[caption, openedNote(w, confluence, options)].join(' ')}
${demoTag(w, options.demo, 'parts')}${upstreamLink(w, options, figure)}</figcaption>
</figure>`
}

function upstreamLink(w: Words, { link, here }: RiverOptions, figure: Figure): Html {
  if (!link) return html``
  const text = w.t('portal.river.upstream', { number: figureText(w, figure) })
  return html` <a href="${figurePath(here, figure.key)}">${text}</a>`
}

function drawn(
  w: Words,
  stream: Stream,
  { rest }: Confluence,
  opened: string | undefined,
  write: (value: string) => string,
): FlowStream {
  const { part, value, count, bank, slot } = stream
  const stem = rest && count === 0 ? rest.unit.name : w.t('portal.river.rest', { count: w.count(count) })
  const name = part ? shortName(part.unit) : stem
  return {
    name,
    text: write(value),
    value: Number(value),
    bank,
    slot,
    opened: part !== null && part.unit.code === opened,
  }
}

function openedNote(w: Words, { parts }: Confluence, { opened }: RiverOptions): string {
  const unit = parts.find((part) => part.unit.code === opened)?.unit
  return unit ? w.t('portal.river.opened', { unit: shortName(unit) }) : ''
}
