// The map of real borders, once they are imported. Points are snapped to a grid so that a page stays light and
// neighbours still share their edges; both maps of a page draw the same outlines.

import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import type { Feature, Geometry, Position } from 'geojson'
import { html } from 'hono/html'
import { inTwoLines } from '#modules/organisation/rules/names.ts'
import type { Html } from '../parts/html.ts'

export type BorderUnit = { href: string; name: string; text: string; shade: string; border: Geometry }
export type BorderMap = {
  id: string
  title: string
  description: string
  units: BorderUnit[]
  /** The id of the map on this page that holds the outlines; its own id when it is the first. */
  outlines: string
}

const [WIDTH, MOST_HEIGHT] = [663, 640]

export function borderMap({ id, title, description, units, outlines }: BorderMap): Html {
  const features = units.map(({ border }) =>
    outerOnly({ type: 'Feature', properties: null, geometry: border }),
  )
  const all = { type: 'FeatureCollection' as const, features }
  const projection = geoMercator().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, MOST_HEIGHT - 4],
    ],
    all,
  )
  const [[, top], [, bottom]] = geoPath(projection).bounds(all)
  const view = `0 ${Math.floor(top - 4)} ${WIDTH} ${Math.ceil(bottom - top + 8)}`
  const grid = units.length > 40 ? 4 : 2.5
  const paths = units.map(
    ({ border }, i) =>
      html`<path id="${id}-${i}" fill-rule="evenodd" d="${outline(border, projection, grid)}"/>`,
  )
  return html`<svg class="map" viewBox="${view}" role="group" aria-labelledby="${id}-t" aria-describedby="${id}-d">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${outlines === id ? html`<defs>${paths}</defs>` : ''}
${units.map((unit, i) => area(unit, `#${outlines}-${i}`))}${labels(units, features, projection)}
</svg>`
}

/** Every area is a link to its row; its name is said even where there is no room to write it. */
const area = ({ href, name, text, shade }: BorderUnit, path: string): Html =>
  html`<a href="${href}" aria-label="${name}: ${text}"><use class="${shade || 'q0'}" href="${path}"/></a>
`

type Box = { x: number; y: number; width: number; height: number }
/** Sizes of a character and of a line at the size that phones show. */
const [CHARACTER, LINE] = [11, 24]

/** Names and values where they fit inside their area and on top of nothing else; the largest areas first. */
function labels(
  units: readonly BorderUnit[],
  features: readonly Feature[],
  projection: GeoProjection,
): Html[] {
  const path = geoPath(projection)
  const bySize = units
    .map((unit, i) => ({ unit, feature: features[i]!, size: path.area(features[i]!) }))
    .sort((a, b) => b.size - a.size)
  const taken: Box[] = []
  return bySize.map(({ unit, feature }) => {
    const [[left, top], [right, bottom]] = path.bounds(feature)
    const [x = 0, y = 0] = path.centroid(feature).map(Math.round)
    for (const lines of unit.shade ? [inTwoLines(unit.name, 12), []] : [inTwoLines(unit.name, 12)]) {
      const width = Math.max(unit.text.length, ...lines.map((line) => line.length)) * CHARACTER
      const height = (lines.length + 1) * LINE
      const box = { x: x - width / 2, y: y - height / 2, width, height }
      const fits = width <= right - left && height <= bottom - top
      if (!fits || taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      return label(unit, lines, x, y)
    }
    return html``
  })
}

function label({ text }: BorderUnit, lines: readonly string[], x: number, y: number): Html {
  const first = `${(lines.length * -0.55 + 0.35).toFixed(2)}em`
  const rows = [...lines.map((line) => ({ line, kind: '' })), { line: text, kind: 'v' }]
  const spans = rows.map(
    ({ line, kind }, i) =>
      html`<tspan class="${kind}" x="${x}" dy="${i === 0 ? first : '1.1em'}">${line}</tspan>`,
  )
  return html`<text class="onto" aria-hidden="true" y="${y}">${spans}</text>
`
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

function outline(geometry: Geometry, projection: GeoProjection, grid: number): string {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  return polygons.flatMap((rings) => rings.map((ring) => snapped(ring, projection, grid))).join('')
}

/** A ring on the grid, without repeated points; a ring that shrinks to a line is left out. */
function snapped(ring: readonly Position[], projection: GeoProjection, grid: number): string {
  const points = ring.flatMap(([lon = 0, lat = 0]) => {
    const at = projection([lon, lat])
    return at ? [at.map((n) => Math.round(n / grid) * grid).join(' ')] : []
  })
  const once = points.filter((point, i) => point !== points[i - 1])
  return once.length < 4 ? '' : `M${once.slice(0, -1).join('L')}Z`
}

/** d3-geo reads a ring that runs the other way as everything outside it; GeoJSON files come both ways. */
function outerOnly(feature: Feature): Feature {
  const turn = ([ring = []]: Position[][]) => [signedArea(ring) > 0 ? [...ring].reverse() : ring]
  const { geometry } = feature
  if (geometry.type === 'Polygon')
    return { ...feature, geometry: { ...geometry, coordinates: turn(geometry.coordinates) } }
  if (geometry.type !== 'MultiPolygon') return feature
  return { ...feature, geometry: { ...geometry, coordinates: geometry.coordinates.map(turn) } }
}

const signedArea = (ring: readonly Position[]): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? []
    return sum + x * nextY - nextX * y
  }, 0)
