// The main chart: every unit a stream, all of them together the figure. One drawing for desks, one for phones.

import { html } from 'hono/html'
import { clip } from '#modules/organisation/rules/names.ts'
import type { Html } from '../parts/html.ts'
import type { Mouth } from '../rules/mouth.ts'
import type { Bank } from '../rules/river.ts'
import { type Confluence, type Layout, layConfluence } from './confluence.ts'

/** A stream as drawn: `slot` counts from upstream on its bank; `value` only sets the width, `text` is written. */
export type FlowStream = {
  name: string
  text: string
  value: number
  bank: Bank | 'stem'
  slot: number
  opened: boolean
}
export type FlowChart = { streams: FlowStream[]; lying: Mouth; standing: Mouth; alt: string }

/** On a desk: where the last stream starts, and the most that two streams of a bank lie apart. */
const LAST_START = 839
const MOST_STEP = 160
/** Room for the words of the stem before the first stream. */
const STEM_ROOM = { lying: 106, standing: 53 }
/** The mouth of the river, `--river-deep`: attributes cannot name it. */
const DEEP = '#06383a'

const LYING = {
  ...{ start: 38, stem: 0, reach: 66, north: 46, south: 350, middle: 201 },
  ...{ mouth: 132, least: 0.9, end: 1120, swing: 13, straight: 940 },
}
const STANDING = {
  ...{ start: 40, stem: 36, step: 53, reach: 26, north: 0, south: 328, middle: 159 },
  ...{ mouth: 102.5, least: 0.9, swing: 8 },
}

export function flowChart(chart: FlowChart): Html {
  return html`${lying(chart)}${standing(chart)}`
}

function lying({ streams, lying: words, alt }: FlowChart): Html {
  const slots = Math.max(2, ...streams.map(({ slot }) => slot + 1))
  const start = LYING.start + (hasStem(streams) ? STEM_ROOM.lying : 0)
  const layout: Layout = { ...LYING, start, step: Math.min(MOST_STEP, (LAST_START - start) / (slots - 1)) }
  const river = layConfluence(streams, layout, (along, across) => `${short(along)} ${short(across)}`)
  const labels = streams.map(({ name, text, bank }, i) => {
    const { along, across, half } = river.lanes[i]!.source
    if (bank === 'stem') return label(name, text, 0, short(across - half - 26), '')
    return label(name, text, short(along), bank === 'north' ? 16 : 372, 'm')
  })
  const [top, height] = [short(river.from), short(river.to - river.from)]
  return html`<svg class="wide" viewBox="0 0 1120 396" role="img" aria-label="${alt}">
<g>${drawn(river, streams)}</g>
${labels}${fade('mixw', html``)}
<rect x="880" y="${top}" width="90" height="${height}" fill="url(#mixw)"/>
<rect x="969" y="${top}" width="1200" height="${height}" fill="${DEEP}"/>
${words.over ? html`<text class="sub e" x="1120" y="${layout.middle - 27}">${words.over}</text>` : ''}
<text class="${sized(words.big, 11, 20)} e" x="1120" y="${layout.middle + 13}">${words.big}</text>
<text class="sub e" x="1120" y="${layout.middle + 41}">${words.sub}</text>
</svg>`
}

function standing({ streams, standing: words, alt }: FlowChart): Html {
  const slots = Math.max(1, ...streams.map(({ slot }) => slot + 1))
  const start = STANDING.start + (hasStem(streams) ? STEM_ROOM.standing : 0)
  const last = start + (slots - 1) * STANDING.step
  const end = last + 70
  const layout: Layout = { ...STANDING, start, end, straight: last + 30 }
  const river = layConfluence(streams, layout, (along, across) => `${short(across)} ${short(along)}`)
  const labels = streams.map(({ name, text, bank }, i) => {
    const { along, half } = river.lanes[i]!.source
    if (bank === 'stem') return label(name, text, layout.middle, 12, 'm')
    return label(
      name,
      text,
      bank === 'north' ? 0 : 328,
      short(along - half - 23),
      bank === 'north' ? '' : 'e',
    )
  })
  const [left, width] = [short(river.from), short(river.to - river.from)]
  const down = words.over ? 48 : 36
  const height = down + 42
  return html`<svg class="tall" viewBox="0 0 328 ${end + height}" role="img" aria-label="${alt}">
<g>${drawn(river, streams)}</g>
${labels}${fade('mixt', html` x2="0" y2="1"`)}
<rect x="${left}" y="${end - 44}" width="${width}" height="45" fill="url(#mixt)"/>
<rect x="${left}" y="${end}" width="${width}" height="${height}" fill="${DEEP}"/>
${words.over ? html`<text class="m sub" x="${layout.middle}" y="${end + 18}">${words.over}</text>` : ''}
<text class="${sized(words.big, 6, 9)} m" x="${layout.middle}" y="${end + down}">${words.big}</text>
<text class="m sub" x="${layout.middle}" y="${end + down + 24}">${words.sub}</text>
</svg>`
}

/** The number of the mouth in a size that fits: up to `most` characters in full size, up to `more` in the second. */
const sized = (text: string, most: number, more: number): string =>
  text.length <= most ? 'big' : text.length <= more ? 'big long' : 'big longer'

const hasStem = (streams: readonly FlowStream[]): boolean => streams.some(({ bank }) => bank === 'stem')

/** A name over its value; `side` is the anchor: start, `m`iddle or `e`nd. */
const label = (name: string, text: string, x: number, y: number, side: '' | 'm' | 'e'): Html =>
  html`<text class="${side}" x="${x}" y="${y}">${clip(name, 14)}</text>
<text class="v ${side}" x="${x}" y="${y + 17}">${text}</text>
`

/** The lanes darken into the mouth. */
const fade = (id: string, direction: Html): Html =>
  html`<linearGradient id="${id}"${direction}><stop stop-color="${DEEP}" stop-opacity="0"/>
<stop offset="1" stop-color="${DEEP}"/></linearGradient>`

/** The three greens take turns, so that neighbouring lanes stay apart; the opened one is ochre. */
const drawn = (river: Confluence, streams: readonly FlowStream[]): Html[] =>
  river.lanes.map(({ outline, course, width }, i) => {
    const { opened, slot, bank } = streams[i]!
    const shade = opened ? 'hi' : ['', 'l2', 'l3'][(slot + (bank === 'south' ? 1 : 0)) % 3]!
    const lane = html`<path class="f" d="${outline}"/><path stroke-width="${short(width)}" d="${course}"/>`
    return html`<g${shade ? html` class="${shade}"` : ''}>${lane}</g>
`
  })

const short = (n: number): number => Math.round(n * 10) / 10
