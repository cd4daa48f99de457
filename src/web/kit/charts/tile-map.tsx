import type { Ref } from 'react'
import classes from './charts.module.css'
import { FONT } from './font.ts'
import type { MapUnit } from './map-unit.ts'
import { useMapKeys } from './use-map-keys.ts'

const [WIDTH, HEIGHT, GAP] = [50, 46, 3]

type Cell = { row: number; x: number }
export type TileUnit = MapUnit & { cells: readonly Cell[] }
type Props = {
  title: string
  units: readonly TileUnit[]
  chosen: string | null
  onChoose(id: string): void
  ref?: Ref<SVGSVGElement>
}

/** One tile for each unit, rows shifted by half so that neighbours touch; tiles of one successor are joined. */
export function TileMap({ title, units, chosen, onChoose, ref }: Props) {
  const cells = units.flatMap((unit) => unit.cells)
  const [left, top] = [Math.min(...cells.map(({ x }) => x)), Math.min(...cells.map(({ row }) => row))]
  const width = (Math.max(...cells.map(({ x }) => x)) - left + 1) * WIDTH
  const height = (Math.max(...cells.map(({ row }) => row)) - top + 1) * HEIGHT
  const keysOf = useMapKeys(
    units.map(({ id }) => id),
    onChoose,
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing holds its units together, not a fieldset
    <svg
      ref={ref}
      className={classes.tiles}
      width={width}
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={title}
      fontFamily={FONT}
    >
      {units.map((unit, i) => (
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
          <Tiles unit={unit} left={left} top={top} isChosen={unit.id === chosen} />
        </g>
      ))}
    </svg>
  )
}

function Tiles({
  unit,
  left,
  top,
  isChosen,
}: {
  unit: TileUnit
  left: number
  top: number
  isChosen: boolean
}) {
  const placed = unit.cells.map(({ row, x }) => ({ x: (x - left) * WIDTH, y: (row - top) * HEIGHT }))
  const [first] = placed
  const joints = placed.flatMap((a, i) =>
    placed.slice(i + 1).flatMap((b) => [...jointOf(a, b), ...cornersOf(a, b, placed)]),
  )
  if (!first) return null
  const [cx, cy] = [first.x + WIDTH / 2, first.y + HEIGHT / 2]
  return (
    <>
      {placed.map(({ x, y }) => (
        <rect
          key={`${x} ${y}`}
          className="edge"
          x={x + GAP / 2}
          y={y + GAP / 2}
          width={WIDTH - GAP}
          height={HEIGHT - GAP}
          rx={2}
          fill={unit.fill}
          stroke={isChosen ? '#12201F' : 'none'}
          strokeWidth={2}
        />
      ))}
      {joints.map((joint) => (
        <rect key={`${joint.x} ${joint.y}`} {...joint} fill={unit.fill} />
      ))}
      {unit.isLow && <path d={`M${first.x + WIDTH - 11} ${first.y + 5}h7l-3.5 5z`} fill={unit.ink} />}
      <text x={cx} y={cy - 3} textAnchor="middle" fontSize={12} fill={unit.ink}>
        {unit.name}{' '}
        <tspan x={cx} dy={16} fontSize={13} fontWeight={600}>
          {unit.text}
        </tspan>
      </text>
    </>
  )
}

type Point = { x: number; y: number }
/** The ground between two tiles that touch. */
function jointOf(a: Point, b: Point): { x: number; y: number; width: number; height: number }[] {
  const right = Math.max(a.x, b.x)
  const low = Math.max(a.y, b.y)
  if (a.y === b.y && Math.abs(a.x - b.x) === WIDTH)
    return [{ x: right - GAP, y: a.y + GAP / 2, width: 2 * GAP, height: HEIGHT - GAP }]
  if (Math.abs(a.y - b.y) !== HEIGHT || Math.abs(a.x - b.x) >= WIDTH) return []
  const overlap = WIDTH - Math.abs(a.x - b.x)
  return [{ x: right + GAP / 2, y: low - GAP, width: overlap - GAP, height: 2 * GAP }]
}

/** The points where two tiles side by side meet a third above or below them. */
function cornersOf(a: Point, b: Point, all: readonly Point[]) {
  if (a.y !== b.y || Math.abs(a.x - b.x) !== WIDTH) return []
  const x = Math.max(a.x, b.x)
  return all.flatMap((third) =>
    Math.abs(third.y - a.y) === HEIGHT && third.x < x && x < third.x + WIDTH
      ? [{ x: x - GAP, y: Math.max(third.y, a.y) - GAP, width: 2 * GAP, height: 2 * GAP }]
      : [],
  )
}
