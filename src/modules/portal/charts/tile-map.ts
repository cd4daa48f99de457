// The schematic map: equal bricks, one per commune; merged communes are the same bricks grown together. The river
// runs in the joints.

import { html } from 'hono/html'
import { inTwoLines } from '#modules/organisation/rules/names.ts'
import { type Tile, touching } from '#modules/programmes/rules/tiles.ts'
import type { Html } from '../parts/html.ts'
import type { Corner } from '../rules/river.ts'

/** One unit on the map: `cells[0]` carries its name and value, the others the names of what was merged into it. */
export type MapUnit = {
  href: string
  name: string
  text: string
  /** Class of colour, `q1`–`q5` or `d1`–`d4`; empty when there is no value. */
  shade: string
  cells: { tile: Tile; name: string }[]
}
export type TileMap = {
  id: string
  title: string
  description: string
  units: MapUnit[]
  river: Corner[] | null
  riverName: string
}

const [STEP_X, STEP_Y, WIDTH, HEIGHT] = [102, 98, 96, 92]
/** Dark shades carry white text. */
const DARK = new Set(['q4', 'q5', 'd4'])
/** Above this a line of a name no longer fits a brick at the size that phones show. */
const LINE = 10

export function tileMap({ id, title, description, units, river, riverName }: TileMap): Html {
  const tiles = units.flatMap((unit) => unit.cells.map(({ tile }) => tile))
  const [columns, rows] = [
    Math.max(...tiles.map(({ x }) => x)) + 1,
    Math.max(...tiles.map(({ row }) => row)) + 1,
  ]
  const merged = units.some(({ cells }) => cells.length > 1)
  const view = `0 -4 ${columns * STEP_X} ${rows * STEP_Y + 8}`
  return html`<svg class="map" viewBox="${view}" role="group" aria-labelledby="${id}-t" aria-describedby="${id}-d">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${units.map(brick)}${river ? [riverPaths(river, merged), riverLabel(tiles, columns, riverName)] : ''}
</svg>`
}

function brick({ href, name, text, shade, cells }: MapUnit): Html {
  const rects = cells.map(
    ({ tile }) =>
      html`<rect class="${shade || 'q0'}" x="${left(tile)}" y="${top(tile)}" width="${WIDTH}" height="${HEIGHT}" rx="6"/>`,
  )
  const names = cells.map(({ tile, name: old }, i) =>
    i === 0 ? label(tile, name, text, cells.length > 1) : oldLabel(tile, old),
  )
  return html`<a href="${href}"${DARK.has(shade) ? html` class="w"` : ''}>${rects}${joints(
    cells.map(({ tile }) => tile),
    shade || 'q0',
  )}${names}</a>
`
}

function label(tile: Tile, name: string, text: string, strong: boolean): Html {
  const x = left(tile) + WIDTH / 2
  const lines = nameLines(name, x, ['-.3em', '-.85em'], strong ? 'h' : '')
  const value = html`<tspan class="v" x="${x}" dy="1.2em">${text}</tspan>`
  return html`<text y="${top(tile) + HEIGHT / 2}">${lines}${value}</text>`
}

function oldLabel(tile: Tile, name: string): Html {
  const lines = nameLines(name, left(tile) + WIDTH / 2, ['.35em', '-.2em'], '')
  return html`<text class="old" y="${top(tile) + HEIGHT / 2}">${lines}</text>`
}

/** A name on one or two lines; `starts` are the offsets of its first line when it has one and when it has two. */
function nameLines(name: string, x: number, [one, two]: [string, string], kind: string): Html[] {
  const lines = inTwoLines(name, LINE)
  const first = lines.length > 1 ? two : one
  return lines.map(
    (line, i) => html`<tspan class="${kind}" x="${x}" dy="${i === 0 ? first : '1.15em'}">${line}</tspan>`,
  )
}

/** Fills the joints between the bricks of one unit, and the corner where three of them meet. */
function joints(tiles: readonly Tile[], shade: string): Html[] {
  const pairs = tiles.flatMap((a, i) =>
    tiles
      .slice(i + 1)
      .filter((b) => touching(a, b))
      .map((b) => [a, b] as const),
  )
  const fill = (x: number, y: number, width: number, height: number) =>
    html`<rect class="${shade} j" x="${x}" y="${y}" width="${width}" height="${height}"/>`
  const between = pairs.map(([a, b]) => {
    if (a.row === b.row) return fill(Math.max(left(a), left(b)) - 9, top(a), 12, HEIGHT)
    const x = Math.max(left(a), left(b))
    return fill(x, Math.max(top(a), top(b)) - 9, Math.min(left(a), left(b)) + WIDTH - x, 12)
  })
  const corners = pairs
    .filter(([a, b]) => a.row === b.row)
    .flatMap(([a, b]) =>
      tiles.filter((c) => c.row !== a.row && touching(c, a) && touching(c, b)).map((c) => ({ a, b, c })),
    )
    .map(({ a, b, c }) => fill(Math.max(left(a), left(b)) - 23, Math.max(top(a), top(c)) - 15, 40, 24))
  return [...between, ...corners]
}

function riverPaths(river: readonly Corner[], thin: boolean): Html {
  const points = river.map(({ x, row }, i) => {
    const inset = i === 0 && x === 0 ? 10.2 : 0
    return [x * STEP_X + inset, row * STEP_Y] as const
  })
  const path = rounded(points)
  return html`<path class="${thin ? 'bed thin' : 'bed'}" d="${path}"/><path class="riv" d="${path}"/>`
}

/** The course with corners rounded by 20 units. */
function rounded(points: readonly (readonly [number, number])[]): string {
  const toward = ([x, y]: readonly [number, number], [a, b]: readonly [number, number]) =>
    `${x + Math.sign(a - x) * 20} ${y + Math.sign(b - y) * 20}`
  return points
    .map((point, i) => {
      const [before, after] = [points[i - 1], points[i + 1]]
      if (!before) return `M${point.join(' ')}`
      if (!after) return `L${point.join(' ')}`
      return `L${toward(point, before)}Q${point.join(' ')} ${toward(point, after)}`
    })
    .join('')
}

/** The river's name with a piece of its line, in the emptiest upper corner. */
function riverLabel(tiles: readonly Tile[], columns: number, name: string): Html {
  const firstRow = tiles.filter(({ row }) => row === 0).map(({ x }) => x)
  const free = { left: Math.min(...firstRow), right: columns - Math.max(...firstRow) - 1 }
  if (Math.max(free.left, free.right) < 1.5) return html``
  const x = free.right >= free.left ? (Math.max(...firstRow) + 1) * STEP_X + 56 : 6
  return html`<path class="riv" d="M${x} 54.9h46"/><text class="rl" x="${x + 56}" y="60.8">${name}</text>`
}

const left = ({ x }: Tile): number => 3 + x * STEP_X
const top = ({ row }: Tile): number => 3 + row * STEP_Y
