// The main chart: every unit a stream, all of them together the figure. One drawing for desks, one for phones.

import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'
import type { Mouth } from '../rules/mouth.ts'
import { clip } from '../rules/names.ts'
import type { Bank } from '../rules/river.ts'
import { type Confluence, type Layout, layConfluence } from './confluence.ts'

/** A stream as drawn: `slot` counts from upstream on its bank; `value` only sets the width, `text` is written. */
export type FlowStream = {
  name: string
  text: string
  value: number
  bank: Bank
  slot: number
  opened: boolean
}
export type FlowChart = { streams: FlowStream[]; lying: Mouth; standing: Mouth; alt: string }

/** On a desk: from the first stream to the last, and the most that two streams of a bank lie apart. */
const LYING_STRETCH = 801
const MOST_STEP = 160
/** The mouth of the river, `--river-deep`: attributes cannot name it. */
const DEEP = '#06383a'

const LYING = {
  ...{ start: 38, reach: 66, north: 46, south: 350, middle: 201 },
  ...{ mouth: 132, least: 0.9, end: 1120, swing: 13, straight: 940 },
}
const STANDING = {
  ...{ start: 40, step: 53, reach: 26, north: 0, south: 328, middle: 159 },
  ...{ mouth: 102.5, least: 0.9, swing: 8 },
}

export function flowChart(chart: FlowChart): Html {
  return html`${lying(chart)}${standing(chart)}`
}

function lying({ streams, lying: words, alt }: FlowChart): Html {
  const slots = Math.max(2, ...streams.map(({ slot }) => slot + 1))
  const layout: Layout = { ...LYING, step: Math.min(MOST_STEP, LYING_STRETCH / (slots - 1)) }
  const river = layConfluence(streams, layout, (along, across) => `${short(along)} ${short(across)}`)
  const labels = streams.map(({ name, text, bank, slot }) => {
    const x = short(layout.start + slot * layout.step)
    const y = bank === 'north' ? 16 : 372
    return html`<text class="m" x="${x}" y="${y}">${clip(name, 14)}</text>
<text class="m v" x="${x}" y="${y + 18}">${text}</text>
`
  })
  const [top, height] = [short(river.from), short(river.to - river.from)]
  return html`<svg class="wide" viewBox="0 0 1120 396" role="img" aria-label="${alt}">
<g>${drawn(river, streams)}</g>
${labels}${fade('mixw', html``)}
<rect x="880" y="${top}" width="90" height="${height}" fill="url(#mixw)"/>
<rect x="969" y="${top}" width="1200" height="${height}" fill="${DEEP}"/>
${words.over ? html`<text class="sub e" x="1120" y="${layout.middle - 27}">${words.over}</text>` : ''}
<text class="big e" x="1120" y="${layout.middle + 13}">${words.big}</text>
<text class="sub e" x="1120" y="${layout.middle + 41}">${words.sub}</text>
</svg>`
}

function standing({ streams, standing: words, alt }: FlowChart): Html {
  const slots = Math.max(1, ...streams.map(({ slot }) => slot + 1))
  const last = (slots - 1) * STANDING.step
  const end = last + 110
  const layout: Layout = { ...STANDING, end, straight: last + 70 }
  const river = layConfluence(streams, layout, (along, across) => `${short(across)} ${short(along)}`)
  const labels = streams.map(({ name, text, bank, slot }, i) => {
    const y = layout.start + slot * layout.step - river.lanes[i]!.width * 0.275
    const [x, side] = bank === 'north' ? [0, ''] : [328, 'e']
    return html`<text class="${side}" x="${x}" y="${short(y - 24)}">${clip(name, 16)}</text>
<text class="v ${side}" x="${x}" y="${short(y - 7)}">${text}</text>
`
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
<text class="m big" x="${layout.middle}" y="${end + down}">${words.big}</text>
<text class="m sub" x="${layout.middle}" y="${end + down + 24}">${words.sub}</text>
</svg>`
}

/** The lanes darken into the mouth. */
const fade = (id: string, direction: Html): Html =>
  html`<linearGradient id="${id}"${direction}><stop stop-color="${DEEP}" stop-opacity="0"/><stop offset="1" stop-color="${DEEP}"/></linearGradient>`

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
