import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'

const [WIDTH, HEIGHT, PAD] = [74, 22, 3]

type Props = { values: readonly (string | null)[]; isLow: boolean }

/** A course without words, for a table's cell; the numbers stand in the row and in the chart's table. */
export function Sparkline({ values, isLow }: Props) {
  const points = values.map((value) => (value === null ? null : Number(value)))
  const known = points.flatMap((point) => point ?? [])
  if (known.length === 0) return null
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [PAD, WIDTH - PAD])
  const [least, high] = [Math.min(...known), Math.max(...known)]
  // What hardly moves against its own size is shown from nearer by
  const low = least > 0 && high - least < high * 0.6 ? least - (high - least) : Math.min(0, least)
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - PAD, PAD])
  const draw = line<number | null>()
    .defined((point) => point !== null)
    .x((_, i) => x(i))
    .y((point) => y(point ?? 0))
  const last = points.findLastIndex((point) => point !== null)
  const colour = isLow ? '#8A4F0C' : '#2B7F7A'
  return (
    <svg width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden focusable="false">
      <path d={draw(points) ?? ''} fill="none" stroke={colour} strokeWidth={1.5} />
      <circle cx={x(last)} cy={y(points[last]!)} r={2} fill={colour} />
    </svg>
  )
}
