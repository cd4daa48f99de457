// A figure over the years: hollow dots for estimates, a dotted gap for a missing year, the plan written out.

import { scaleLinear } from 'd3-scale'
import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'

export type TrendDot = { year: number; value: number | null; text: string; estimate: boolean }
export type TrendChart = {
  id: string
  title: string
  dots: TrendDot[]
  target: { value: number; text: string } | null
  tick: (value: number, top: boolean) => string
  missing: string
}

const [TOP, BASE] = [56, 270]

/** `fromZero` is false when the vertical axis starts higher, which the caption then has to say. */
export function trendAxis(
  dots: readonly TrendDot[],
  target: number | null,
): { low: number; high: number; fromZero: boolean } {
  const values = [...dots.flatMap(({ value }) => value ?? []), ...(target === null ? [] : [target])]
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const spread = most - least
  const low =
    least > 0 && spread < most * 0.6 ? Math.max(0, least - Math.max(spread, most * 0.05)) : Math.min(0, least)
  const [niceLow = low, niceHigh = most] = scaleLinear()
    .domain([low, most === low ? low + 1 : most])
    .nice(4)
    .domain()
  return { low: niceLow, high: niceHigh, fromZero: niceLow <= 0 }
}

export function trendChart({ id, title, dots, target, tick, missing }: TrendChart): Html {
  const { low, high } = trendAxis(dots, target?.value ?? null)
  const y = scaleLinear([low, high], [BASE, TOP])
  const step = dots.length === 1 ? 0 : 440 / (dots.length - 1)
  const points = dots.map((dot, i): Point => {
    const y0 = dot.value === null ? null : short(y(dot.value))
    return { ...dot, x: short(110 + i * step), y: y0, place: placeOf(i, dots.length) }
  })
  const goal = target && { ...target, y: short(y(target.value)) }
  const ticks = y.ticks(4).filter((value) => value > low && value <= high)
  const lines = ticks.map((value) => gridline(short(y(value)), tick(value, value === ticks.at(-1)), 'ax'))
  return html`<svg class="chart" viewBox="0 0 640 320" role="img" aria-labelledby="${id}-t">
<title id="${id}-t">${title}</title>
${lines}${gridline(BASE, tick(low, false), 'ax0')}${segments(points)}${goal ? goalMark(goal, points.at(-1)) : ''}
${points.map((point) => [mark(point, goal, missing), yearMark(point)])}</svg>`
}

type Point = TrendDot & { x: number; y: number | null; place: 'last' | 'labelled' | 'plain' }
type Goal = { value: number; text: string; y: number }

/** With many years only some are written out, counted back from the last. */
const placeOf = (i: number, count: number): Point['place'] => {
  if (i === count - 1) return 'last'
  return (count - 1 - i) % Math.ceil(count / 6) === 0 ? 'labelled' : 'plain'
}

const gridline = (y: number, text: string, kind: 'ax' | 'ax0'): Html =>
  html`<line class="${kind}" x1="0" x2="640" y1="${y}" y2="${y}"/><text class="q" x="0" y="${y - 6}">${text}</text>
`

/** A full line between neighbouring years, a dotted one across years without a value. */
function segments(points: readonly Point[]): Html[] {
  const known = points.filter(({ y }) => y !== null)
  return known.slice(1).map((to, i) => {
    const from = known[i]!
    const kind = to.year - from.year === 1 ? 'ln' : 'gap'
    return html`<path class="${kind}" d="M${from.x} ${from.y}L${to.x} ${to.y}"/>`
  })
}

/** The target of the last year: its words stand on the side away from the value. */
function goalMark({ value, text, y }: Goal, last: Point | undefined): Html {
  const x = last?.x ?? 0
  const below = last?.value === null || (last?.value ?? 0) >= value
  return html`<line class="tg" x1="${x - 26}" x2="${x + 26}" y1="${y}" y2="${y}"/>
<text class="m tgx" x="${x}" y="${below ? Math.min(y + 30, BASE - 10) : y - 12}">${text}</text>`
}

function mark({ x, y, value, text, estimate, place }: Point, goal: Goal | null, missing: string): Html {
  if (value === null || y === null) return html`<text class="m q" x="${x}" y="256">${missing}</text>`
  const dot = html`<circle class="${estimate ? 'dot est' : 'dot'}" cx="${x}" cy="${y}" r="6"/>`
  if (place === 'plain') return dot
  const above = place === 'last' ? goal === null || value >= goal.value : y + 34 > BASE - 8
  return html`${dot}<text class="${place === 'last' ? 'b m' : 'm'}" x="${x}" y="${above ? y - 16 : y + 34}">${text}</text>`
}

const yearMark = ({ x, year, place }: Point): Html =>
  place === 'plain'
    ? html``
    : html`<text class="${place === 'last' ? 'm b' : 'm q'}" x="${x}" y="304">${year}</text>
`

const short = (n: number): number => Math.round(n * 10) / 10
