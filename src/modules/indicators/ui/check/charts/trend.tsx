import { scaleLinear } from 'd3-scale'
import { parsePeriod } from '#kernel/period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getRollup } from '../../../api.ts'
import { periodsBefore } from '../../../rules/before.ts'
import { fullNameOfColumn } from '../../sheet/grid/cell-words.ts'
import { columnPeriod } from '../../sheet/rules/column-period.ts'
import type { CheckLine } from '../rules/check-lines.ts'
import classes from './charts.module.css'

type Props = {
  line: CheckLine
  unit: { code: string; name: string }
  period: string
  version: number
  before: number | null
}

const [WIDTH, HEIGHT, TOP, BOTTOM, SIDE] = [320, 160, 34, 26, 30]
const PAST = 4

/** The unit's own values of the periods before, and where this version and the one before take them. */
export function Trend({ line, unit, period, version, before }: Props) {
  const { t, number, lang } = useWords()
  const { indicator, breakdown, unitOfMeasure } = line.column
  const periods = periodsBefore(parsePeriod(period) ?? { code: period, kind: 'term' }, PAST).reverse()
  const read = useRead(
    getRollup,
    {
      indicator,
      period: periods.join(','),
      unit: unit.code,
      level: 'self',
      borders: 'then',
      state: 'approved',
    },
    { enabled: !breakdown && periods.length > 0 },
  )
  const past = breakdown ? [] : (read.data?.rows ?? [])
  const valueIn = (code: string) =>
    past.find((row) => row.period === code)?.value ?? (code === periods.at(-1) ? line.previous : null)
  const all = [
    ...periods.map((code) => ({ code, value: valueIn(code) })),
    { code: period, value: line.value },
  ]
  const points = all.slice(
    Math.max(
      0,
      all.findIndex(({ value }) => value !== null),
    ),
  )
  const known = points.filter((point) => point.value !== null)
  if (known.length < 2) return null
  const earlier = line.earlier !== undefined && line.earlier !== line.value ? line.earlier : null
  const numbers = [...known.map(({ value }) => Number(value)), ...(earlier === null ? [] : [Number(earlier)])]
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)]
  const x = scaleLinear([0, Math.max(1, points.length - 1)], [SIDE, WIDTH - SIDE - 70])
  const y = scaleLinear([low, high === low ? low + 1 : high], [HEIGHT - BOTTOM - 14, TOP])
  const placed = points.flatMap(({ code, value }, at) =>
    value === null ? [] : [{ code, value, x: x(at), y: y(Number(value)) }],
  )
  const last = placed.at(-1)!
  const title = t('app.check.trend', {
    name: fullNameOfColumn(line.column, lang),
    unit: unit.name,
    measure: unitOfMeasure,
  })
  return (
    <figure className={classes.chart}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={`${title}: ${placed.map((p) => `${columnPeriod(p.code)} ${number(p.value)}`).join('; ')}`}
      >
        <line x1={8} x2={WIDTH - 8} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className={classes.axis} />
        {earlier !== null && placed.length > 1 && (
          <>
            <line
              x1={placed.at(-2)!.x}
              y1={placed.at(-2)!.y}
              x2={last.x}
              y2={y(Number(earlier))}
              className={classes.ghostLine}
            />
            <circle cx={last.x} cy={y(Number(earlier))} r={4} className={classes.ghost} />
            <text x={last.x + 9} y={y(Number(earlier)) + 4} className={classes.faint}>
              {t('app.check.ofVersion', { value: number(earlier), version: before ?? 0 })}
            </text>
          </>
        )}
        <polyline points={placed.map((p) => `${p.x},${p.y}`).join(' ')} className={classes.line} />
        {placed.map((point) => (
          <g key={point.code}>
            <circle cx={point.x} cy={point.y} r={point === last ? 4.5 : 3.5} className={classes.dot} />
            {point !== last && (
              <text x={point.x} y={point.y - 8} textAnchor="middle">
                {number(point.value)}
              </text>
            )}
            <text x={point.x} y={HEIGHT - 8} textAnchor="middle" className={classes.faint}>
              {columnPeriod(point.code)}
            </text>
          </g>
        ))}
        <text x={last.x + 9} y={last.y + 4} className={classes.strong}>
          {t('app.check.ofVersion', { value: number(last.value), version })}
        </text>
      </svg>
    </figure>
  )
}
