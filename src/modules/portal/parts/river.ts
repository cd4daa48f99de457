// The confluence with its words: which units flow into which figure, in numbers and in a sentence.

import { html } from 'hono/html'
import { scaled } from '#kernel/measure.ts'
import { formatNumber } from '#kernel/number-text.ts'
import { type FlowStream, flowChart } from '../charts/flow.ts'
import { figurePath, type Here } from '../paths.ts'
import { decimalsOf, scaleName } from '../rules/format.ts'
import { inSentence, kindsOf, shortName } from '../rules/names.ts'
import { type Stream, streamsOf } from '../rules/streams.ts'
import type { Confluence } from '../view.ts'
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
  const { figure, parts } = confluence
  const { streams, alongRiver } = streamsOf(parts)
  if (streams.length === 0) return html``
  const scale = scaleOf(w, figure)
  const unit = scaleName(scale)
  const kinds = w.kinds(kindsOf(parts.map((part) => part.unit)), parts.length)
  const label = inSentence(figure.label)
  const places = decimalsOf(parts.map(({ value }) => value && scaled(value, scale)))
  const counted = w.t('portal.river.of', { label, count: w.count(parts.length), kinds })
  const text = figureText(w, figure)

  return html`<figure class="flow">
${flowChart({
  streams: streams.map((stream) =>
    drawn(w, stream, options.opened, (value) => formatNumber(w.lang, scaled(value, scale), places)),
  ),
  total: text,
  totalShort: [floorWord(w, figure), figureNumber(w, figure)].filter(Boolean).join(' '),
  unit: `${unit} ${label}`,
  note: counted,
  alt: w.t('portal.river.alt', { counted, unit, text }),
})}
<figcaption class="cap">${w.t(alongRiver ? 'portal.river.caption.along' : 'portal.river.caption.size', { label: figure.label, unit })} ${openedNote(w, confluence, options)}${demoTag(w, options.demo, 'parts')}${
    options.link
      ? html` <a href="${figurePath(options.here, figure.key)}">${w.t('portal.river.upstream', { number: text })}</a>`
      : ''
  }</figcaption>
</figure>`
}

function drawn(
  w: Words,
  stream: Stream,
  opened: string | undefined,
  write: (value: string) => string,
): FlowStream {
  const { part, value, count, bank, slot } = stream
  const name = part ? shortName(part.unit) : w.t('portal.river.rest', { count: w.count(count) })
  const text = write(part?.value ?? String(value))
  return { name, text, value, bank, slot, opened: part !== null && part.unit.code === opened }
}

function openedNote(w: Words, { parts }: Confluence, { opened }: RiverOptions): string {
  const unit = parts.find((part) => part.unit.code === opened)?.unit
  return unit ? w.t('portal.river.opened', { unit: shortName(unit) }) : ''
}
