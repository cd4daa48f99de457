// The map of real borders, once they are imported. Points are snapped to a grid so that a page stays light and
// neighbours still share their edges.

import { type GeoProjection, geoMercator, geoPath } from 'd3-geo'
import type { Feature, Geometry, Position } from 'geojson'
import { html } from 'hono/html'
import type { Html } from '../parts/html.ts'
import { inTwoLines } from '../rules/names.ts'

export type BorderUnit = { href: string; name: string; text: string; shade: string; border: Geometry }
export type BorderMap = { id: string; title: string; description: string; units: BorderUnit[] }

const WIDTH = 663
const MOST_HEIGHT = 640
/** Grid of the drawing, in its user units: about two pixels on a desk. */
const GRID = 2.5
const DARK = new Set(['q4', 'q5', 'd4'])

export function borderMap({ id, title, description, units }: BorderMap): Html {
  const features = units.map(
    ({ border }): Feature => ({ type: 'Feature', properties: null, geometry: border }),
  )
  const all = { type: 'FeatureCollection' as const, features: features.map(outerOnly) }
  const projection = geoMercator().fitExtent(
    [
      [4, 4],
      [WIDTH - 4, MOST_HEIGHT - 4],
    ],
    all,
  )
  const [[, top], [, bottom]] = geoPath(projection).bounds(all)
  const shapes = units.map((unit, i) => shape(unit, all.features[i]!, projection))
  const labels = units.map((unit, i) => label(unit, all.features[i]!, projection))
  const view = `0 ${Math.floor(top - 4)} ${WIDTH} ${Math.ceil(bottom - top + 8)}`
  return html`<svg class="map" viewBox="${view}" role="group" aria-labelledby="${id}-t" aria-describedby="${id}-d">
<title id="${id}-t">${title}</title><desc id="${id}-d">${description}</desc>
${shapes}${labels}
</svg>`
}

/** Every area is a link to its row; its name is said even where there is no room to write it. */
const shape = ({ href, name, text, shade }: BorderUnit, feature: Feature, projection: GeoProjection): Html =>
  html`<a href="${href}" aria-label="${name}: ${text}">
<path class="${shade || 'q0'}" fill-rule="evenodd" d="${outline(feature.geometry, projection)}"/></a>
`

function label({ name, text, shade }: BorderUnit, feature: Feature, projection: GeoProjection): Html {
  const path = geoPath(projection)
  const [[left, top], [right, bottom]] = path.bounds(feature)
  const lines = inTwoLines(name, 12)
  const wide = Math.max(...lines.map((line) => line.length)) * 8.5
  if (right - left < wide || bottom - top < 60) return html``
  const [x, y] = path.centroid(feature).map(Math.round)
  const spans = lines.map(
    (line, i) =>
      html`<tspan x="${x}" dy="${i === 0 ? (lines.length > 1 ? '-.6em' : '0') : '1.1em'}">${line}</tspan>`,
  )
  return html`<text class="${DARK.has(shade) ? 'onto' : ''}" aria-hidden="true" y="${y}">${spans}<tspan class="v" x="${x}" dy="1.15em">${text}</tspan></text>
`
}

function outline(geometry: Geometry, projection: GeoProjection): string {
  const polygons =
    geometry.type === 'Polygon'
      ? [geometry.coordinates]
      : geometry.type === 'MultiPolygon'
        ? geometry.coordinates
        : []
  return polygons.flatMap((rings) => rings.map((ring) => snapped(ring, projection))).join('')
}

/** A ring on the grid, without repeated points; a ring that shrinks to a line is left out. */
function snapped(ring: readonly Position[], projection: GeoProjection): string {
  const points = ring.flatMap(([lon = 0, lat = 0]) => {
    const at = projection([lon, lat])
    return at ? [at.map((n) => Math.round(n / GRID) * GRID).join(' ')] : []
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
