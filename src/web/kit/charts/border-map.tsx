import { type GeoPath, geoIdentity, geoPath } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson'
import type { Ref } from 'react'
import classes from './charts.module.css'
import { FONT } from './font.ts'
import type { MapUnit } from './map-unit.ts'
import { useMapKeys } from './use-map-keys.ts'

const [WIDTH, HEIGHT] = [440, 330]
/** Smaller ones carry no words: they would lie over the next. */
const LEAST_AREA = 900
const LETTER_PX = 8.2

/** `letters` stand for the name where it has no room. */
export type BorderUnit = MapUnit & { letters: string; geometry: Geometry }
type Props = {
  title: string
  units: readonly BorderUnit[]
  chosen: string | null
  onChoose(id: string): void
  ref?: Ref<SVGSVGElement>
}

/** Units within their real borders. */
export function BorderMap({ title, units, chosen, onChoose, ref }: Props) {
  const features = flattened(units.map(({ geometry }) => geometry))
  const ground: FeatureCollection = { type: 'FeatureCollection', features }
  const draw = geoPath(geoIdentity().reflectY(true).fitSize([WIDTH, HEIGHT], ground))
  const keysOf = useMapKeys(
    units.map(({ id }) => id),
    onChoose,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds its units together, not a fieldset
    <svg
      ref={ref}
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="group"
      aria-label={title}
      fontFamily={FONT}
    >
      {units.map((unit, i) => {
        const feature = features[i]!
        return (
          // biome-ignore lint/a11y/useSemanticElements: there is no button inside a drawing
          <g
            key={unit.id}
            data-unit
            role="button"
            aria-label={unit.label}
            aria-pressed={unit.id === chosen}
            className={classes.tile}
            {...keysOf(i)}
          >
            <title>{unit.label}</title>
            <path
              className="edge"
              d={draw(feature) ?? ''}
              fill={unit.fill}
              fillRule="evenodd"
              stroke={unit.id === chosen ? '#12201F' : '#FFFFFF'}
              strokeWidth={unit.id === chosen ? 2.5 : 1.25}
              strokeLinejoin="round"
            />
          </g>
        )
      })}
      {units.map((unit, i) => (
        <Label key={unit.id} unit={unit} feature={features[i]!} draw={draw} />
      ))}
    </svg>
  )
}

/** Above all grounds: the whole name where there is room for it, else its letters. */
function Label({ unit, feature, draw }: { unit: BorderUnit; feature: Feature; draw: GeoPath }) {
  const [x, y] = draw.centroid(feature)
  const [[left], [right]] = draw.bounds(feature)
  const name = right - left > unit.name.length * LETTER_PX ? unit.name : unit.letters
  if (draw.area(feature) < LEAST_AREA) return null
  return (
    <g aria-hidden pointerEvents="none" fill={unit.ink}>
      {unit.isLow && <path d={`M${x - 4} ${y - 18}h8l-4 5.5z`} />}
      <text x={x} y={y} textAnchor="middle" fontSize={11}>
        {name}
        <tspan x={x} dy={13} fontWeight={600}>
          {unit.text}
        </tspan>
      </text>
    </g>
  )
}

/** Degrees of longitude made as long as they are in the middle of the map. */
function flattened(geometries: readonly Geometry[]): Feature[] {
  const all = geometries.flatMap(positionsOf)
  const middle = all.reduce((sum, [, lat = 0]) => sum + lat, 0) / Math.max(1, all.length)
  const narrow = Math.cos((middle * Math.PI) / 180)
  const move = ([lon = 0, lat = 0]: Position): Position => [lon * narrow, lat]
  return geometries.map((geometry) => ({ type: 'Feature', properties: {}, geometry: moved(geometry, move) }))
}

const positionsOf = (geometry: Geometry): Position[] => {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat()
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : []
}

function moved(geometry: Geometry, move: (at: Position) => Position): Geometry {
  if (geometry.type === 'Polygon')
    return { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
  if (geometry.type !== 'MultiPolygon') return geometry
  const coordinates = geometry.coordinates.map((part) => part.map((ring) => ring.map(move)))
  return { type: 'MultiPolygon', coordinates }
}
