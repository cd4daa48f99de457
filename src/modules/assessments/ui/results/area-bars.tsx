import { scaleBand, scaleLinear } from 'd3-scale'
import classes from './results.module.css'

const [WIDTH, HEIGHT] = [240, 64]
/** Few units keep the bars of many. */
const LEAST_SLOTS = 10

type Props = {
  /** In the order of ranks; null: not assessed. */
  bars: readonly { percent: string | null; isMarked: boolean }[]
  meanPercent: string | null
  /** The marked one stands below the mean. */
  isLow: boolean
}

/** Percent of an area's maximum, 0 to 100, one bar for each unit; the line is the mean. What it says stands beside it. */
export function AreaBars({ bars, meanPercent, isLow }: Props) {
  const x = scaleBand<number>(Array(Math.max(bars.length, LEAST_SLOTS)).keys(), [0, WIDTH]).paddingInner(
    bars.length > 60 ? 0 : 0.25,
  )
  const y = scaleLinear([0, 100], [HEIGHT, 1])
  return (
    <svg
      className={classes.bars}
      viewBox={`0 0 ${WIDTH} ${HEIGHT + 1}`}
      preserveAspectRatio="none"
      aria-hidden
      focusable="false"
    >
      <line x1={0} x2={WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} className={classes.axis} />
      {bars.map(({ percent, isMarked }, n) => {
        const top = y(Math.max(0, Number(percent ?? 0)))
        const look = isMarked ? (isLow ? classes.low : classes.marked) : undefined
        return percent === null ? null : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place
          <rect key={n} x={x(n)} y={top} width={x.bandwidth()} height={HEIGHT - top} className={look} />
        )
      })}
      {meanPercent !== null && (
        <line
          x1={0}
          x2={WIDTH}
          y1={y(Number(meanPercent))}
          y2={y(Number(meanPercent))}
          className={classes.mean}
        />
      )}
    </svg>
  )
}
