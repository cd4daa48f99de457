import { scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import type { Ref } from 'react'
import classes from './charts.module.css'
import { FONT } from './font.ts'

const [WIDTH, HEIGHT] = [440, 200]
const [LEFT, RIGHT, TOP, BASE] = [46, 92, 14, 172]

export type TrendPoint = { label: string; value: number | null; plan: number | null }
type Props = {
  /** Says everything that the chart shows. */
  title: string
  points: readonly TrendPoint[]
  tick(value: number): string
  /** Written beside the last value, and beside the last plan. */
  last: { value: string | null; plan: string | null }
  ref?: Ref<SVGSVGElement>
}

/** A course with its plan: full line and dashed line, the last of each written out. */
export function TrendChart({ title, points, tick, last, ref }: Props) {
  const all = points.flatMap(({ value, plan }) => [value, plan]).filter((n) => n !== null)
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [LEFT, WIDTH - RIGHT])
  const [low, high] = [Math.min(0, ...all), Math.max(...all, 0)]
  const y = scaleLinear([low, high === low ? low + 1 : high], [BASE, TOP]).nice(4)
  const draw = (of: 'value' | 'plan') =>
    line<TrendPoint>()
      .defined((point) => point[of] !== null)
      .x((_, i) => x(i))
      .y((point) => y(point[of] ?? 0))([...points]) ?? ''
  return (
    <svg
      ref={ref}
      className={classes.chart}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
      fontFamily={FONT}
      fontSize={12}
    >
      {y.ticks(4).map((value) => (
        <g key={value}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={y(value)}
            y2={y(value)}
            stroke={value === 0 ? '#778783' : '#E6EDEB'}
          />
          <text x={LEFT - 8} y={y(value) + 4} textAnchor="end" fill="#5A6966">
            {tick(value)}
          </text>
        </g>
      ))}
      {points.map(({ label }, i) =>
        isLabelled(i, points.length) ? (
          <text key={label} x={x(i)} y={BASE + 18} textAnchor="middle" fill="#5A6966">
            {label}
          </text>
        ) : null,
      )}
      <path d={draw('plan')} fill="none" stroke="#8A4F0C" strokeWidth={1.5} strokeDasharray="4 3" />
      <path d={draw('value')} fill="none" stroke="#0A5E5B" strokeWidth={2.25} />
      <Ends points={points} x={x} y={y} last={last} />
    </svg>
  )
}

/** With many points only some are written out, counted back from the last. */
const isLabelled = (i: number, count: number) => (count - 1 - i) % Math.ceil(count / 6) === 0

type Scale = (n: number) => number
function Ends({ points, x, y, last }: Pick<Props, 'points' | 'last'> & { x: Scale; y: Scale }) {
  const at = points.findLastIndex(({ value }) => value !== null)
  const planAt = points.findLastIndex(({ plan }) => plan !== null)
  const value = points[at]?.value ?? null
  const plan = points[planAt]?.plan ?? null
  // Two numbers at nearly the same height are set apart
  const gap = value !== null && plan !== null && Math.abs(y(value) - y(plan)) < 15
  const shift = gap ? (value >= plan ? 8 : -8) : 0
  return (
    <>
      {points.map(({ label, value: one }, i) =>
        one !== null && (i === at || isAlone(points, i)) ? (
          <circle key={label} cx={x(i)} cy={y(one)} r={i === at ? 4 : 2.5} fill="#0A5E5B" />
        ) : null,
      )}
      {plan !== null && <circle cx={x(planAt)} cy={y(plan)} r={2.5} fill="#8A4F0C" />}
      {value !== null && (
        <text x={x(at) + 9} y={y(value) + 4 - shift} fontWeight={600} fontSize={13} fill="#0A5E5B">
          {last.value}
        </text>
      )}
      {plan !== null && (
        <text x={x(planAt) + 9} y={y(plan) + 4 + shift} fill="#8A4F0C">
          {last.plan}
        </text>
      )}
    </>
  )
}

const isAlone = (points: readonly TrendPoint[], i: number) =>
  (points[i - 1]?.value ?? null) === null && (points[i + 1]?.value ?? null) === null
