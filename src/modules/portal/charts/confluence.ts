// The geometry of the confluence: streams come in from two banks, keep their width as lanes of one river and leave
// through its mouth. Drawn lying (downstream to the right) and standing (downstream to the bottom); `along` runs
// downstream, `across` from the north bank to the south bank.

import type { Bank } from '../rules/river.ts'

/** `stem` is the river itself, coming from further upstream: what is too small to be a stream of its own. */
export type Stream = { bank: Bank | 'stem'; slot: number; value: number }

/** The measures of one drawing, in its user units. */
export type Layout = {
  /** Where the first stream starts, along the river; each slot is `step` further. */
  start: number
  step: number
  /** Where the stem begins, when there is one. */
  stem: number
  /** How far downstream of its start a stream joins; a broad one needs more. */
  reach: number
  /** Where streams start across the river: north bank, south bank; and the middle of the river. */
  north: number
  south: number
  middle: number
  /** Width of the mouth, and the least width of a lane. */
  mouth: number
  least: number
  /** End of the lanes. */
  end: number
  /** How far the river swings to either side, and from where on it runs straight. */
  swing: number
  straight: number
}

/** A stream's outline until it joins, its lane from there, and the lane's width. */
export type Lane = {
  width: number
  source: { along: number; across: number; half: number }
  outline: string
  course: string
}
export type Confluence = { lanes: Lane[]; scale: number; from: number; to: number }

/** A hairline of paper between two lanes. */
const GAP = 0.6

type Point = (along: number, across: number) => string

/**
 * Lays out the streams. Widths are in proportion to the values, except that none is thinner than `least`; together
 * they fill the mouth exactly. Upstream streams lie in the middle, later ones outside them.
 *
 * @param point writes a place as `x y`, so that the same river can lie or stand.
 */
export function layConfluence(streams: readonly Stream[], layout: Layout, point: Point): Confluence {
  const scale = scaleToFill(
    streams.map(({ value }) => value),
    layout,
  )
  const width = (stream: Pick<Stream, 'value'>) => Math.max(layout.least, stream.value * scale)
  const sum = (bank: Stream['bank']) =>
    streams.filter((s) => s.bank === bank).reduce((total, s) => total + width(s), 0)
  const from = layout.middle - layout.mouth / 2
  const border = from + sum('north')

  const filled = { north: 0, south: sum('stem') }
  const lanes = new Map<Stream, Lane>()
  for (const stream of [...streams].sort((a, b) => a.slot - b.slot)) {
    const drawn = Math.max(layout.least, width(stream) - GAP)
    if (stream.bank === 'stem') {
      lanes.set(stream, stem(drawn, border + width(stream) / 2, layout, point))
      continue
    }
    const side = stream.bank === 'north' ? -1 : 1
    const offset = border + side * (filled[stream.bank] + width(stream) / 2)
    filled[stream.bank] += width(stream)
    lanes.set(stream, lane({ ...stream, bank: stream.bank }, drawn, offset, layout, point))
  }
  return { lanes: streams.map((stream) => lanes.get(stream)!), scale, from, to: from + layout.mouth }
}

/** The scale at which all widths, the thinnest lifted to `least`, together make the mouth. */
function scaleToFill(values: readonly number[], { mouth, least }: Layout): number {
  const find = (low: number, high: number, rounds: number): number => {
    const middle = (low + high) / 2
    if (rounds === 0) return middle
    const total = values.reduce((sum, value) => sum + Math.max(least, value * middle), 0)
    return total > mouth ? find(low, middle, rounds - 1) : find(middle, high, rounds - 1)
  }
  const largest = Math.max(...values)
  return largest > 0 ? find(0, mouth / largest, 40) : 0
}

/** The stem widens along the river's own course. Its end, like that of every stream, is cut square to its lane. */
function stem(width: number, offset: number, layout: Layout, point: Point): Lane {
  const join = layout.start + layout.reach
  const at = (along: number) => offset + swing(along, layout)
  const [across, half] = [at(join), width * 0.275]
  const tilt = slope(join, layout)
  const [middle, near] = [(layout.stem + join) / 2, join - (join - layout.stem) / 4]
  const bend = (edge: number) => point(near, across + edge - tilt * (join - near))
  const meet = (edge: number) => point(join - tilt * edge, across + edge)
  const outline =
    `M${point(layout.stem, across - half)}` +
    `C${point(middle, across - half)} ${bend(-width / 2)} ${meet(-width / 2)}` +
    `L${meet(width / 2)}` +
    `C${bend(width / 2)} ${point(middle, across + half)} ${point(layout.stem, across + half)}Z`
  return {
    width,
    source: { along: layout.stem, across, half },
    outline,
    course: course(join, at, layout, point),
  }
}

type BankStream = Stream & { bank: Bank }

function lane(stream: BankStream, width: number, offset: number, layout: Layout, point: Point): Lane {
  const start = layout.start + stream.slot * layout.step
  const reach = Math.max(layout.reach, width * 0.9)
  const join = start + reach
  const source = layout[stream.bank]
  const at = (along: number) => offset + swing(along, layout)
  const half = Math.max(0.5, width * 0.275)
  const [near, far] = stream.bank === 'north' ? [width / 2, -width / 2] : [-width / 2, width / 2]
  const pull = (part: number) => source + (at(join) - source) * part
  const bend = (edge: number, back: number) => at(join) + edge - slope(join, layout) * back
  const [back, less] = [reach * 0.8, reach * 0.7]
  const meet = (edge: number) => point(join - slope(join, layout) * edge, at(join) + edge)

  const outline =
    `M${point(start - half, source)}` +
    `C${point(start - half, pull(0.52))} ${point(join - back, bend(near, back))} ${meet(near)}` +
    `L${meet(far)}` +
    `C${point(join - less, bend(far, less))} ${point(start + half, pull(0.43))} ${point(start + half, source)}Z`
  return {
    width,
    source: { along: start, across: source, half },
    outline,
    course: course(join, at, layout, point),
  }
}

/** A smooth line through the lane's middle at every slot, from where it joins to the end. */
function course(join: number, at: (along: number) => number, layout: Layout, point: Point): string {
  const inner = Math.max(1, Math.ceil((layout.end - layout.step / 2 - join) / layout.step))
  const knots = [...Array.from({ length: inner }, (_, i) => join + i * layout.step), layout.end]
  return knots
    .map((along, i) => {
      const here = point(along, at(along))
      const before = knots[i - 1]
      if (before === undefined) return `M${point(along - 0.5, at(along))}`
      const third = (along - before) / 3
      const into = point(along - third, at(along) - slope(along, layout) * third)
      if (i > 1) return `S${into} ${here}`
      return `C${point(before + third, at(before) + slope(before, layout) * third)} ${into} ${here}`
    })
    .join('')
}

/** The river's swing: widest upstream, none from `straight` on. */
function swing(along: number, { start, straight, swing: most }: Layout): number {
  const t = Math.min(1, Math.max(0, (along - start) / (straight - start)))
  return most * Math.sin(t * 2.5 * Math.PI) * (1 - t) ** 0.7
}
const slope = (along: number, layout: Layout): number =>
  swing(along + 0.5, layout) - swing(along - 0.5, layout)
