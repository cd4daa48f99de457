import { scaleLinear } from 'd3-scale'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getSheet } from '../../../api/sheet.ts'
import { fullNameOfColumn } from '../../sheet/grid/cell-words.ts'
import { columnPeriod } from '../../sheet/rules/column-period.ts'
import { nameOfCell } from '../../sheet/rules/columns.ts'
import { type CheckLine, changeOf } from '../rules/check-lines.ts'
import classes from './charts.module.css'

type Props = {
  line: CheckLine
  form: string
  unit: { code: string; name: string }
  around: string
  period: string
}

const [WIDTH, HEIGHT, FLOOR, SIDE] = [320, 160, 134, 24]
const STEP = 9

/** By how much each unit changed against the period before, one dot each, and where this one stands among them. */
export function Spread({ line, form, unit, around, period }: Props) {
  const { t, number, lang } = useWords()
  const { data } = useRead(getSheet, { form, period, under: around, limit: 200 })
  const col = data?.columns.findIndex((column) => nameOfCell(column) === line.name) ?? -1
  const changes = (data?.rows ?? []).flatMap((row) => {
    const cell = row.cells[col]
    const change =
      row.unit.code === unit.code
        ? changeOf(line.value, line.previous)
        : changeOf(cell?.value, cell?.previous)
    return change === null ? [] : [{ code: row.unit.code, change: Number(change), text: change }]
  })
  const own = changes.find(({ code }) => code === unit.code)
  if (!data || !own || changes.length < 3) return null
  const all = changes.map(({ change }) => change)
  const x = scaleLinear([Math.min(0, ...all), Math.max(0, ...all)], [SIDE, WIDTH - SIDE]).nice(4)
  const dots = stacked(changes.map((one) => ({ ...one, x: x(one.change) })))
  const told = (text: string) => `${Number(text) > 0 ? '+' : ''}${number(text)} %`
  const mine = dots.find(({ code }) => code === unit.code)!
  const title = t('app.check.spread', {
    name: fullNameOfColumn(line.column, lang),
    period: columnPeriod(period),
    before: columnPeriod(data.previousPeriod),
    count: changes.length,
  })
  return (
    <figure className={classes.chart}>
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('app.check.spreadOf', { title, unit: unit.name, change: told(own.text) })}
      >
        <line x1={8} x2={WIDTH - 8} y1={FLOOR} y2={FLOOR} className={classes.axis} />
        {x.ticks(4).map((tick) => (
          <text key={tick} x={x(tick)} y={HEIGHT - 8} textAnchor="middle" className={classes.faint}>
            {told(String(tick))}
          </text>
        ))}
        {dots.map((dot) => (
          <circle
            key={dot.code}
            cx={dot.x}
            cy={dot.y}
            r={dot === mine ? 5 : 3.5}
            className={dot === mine ? classes.dot : classes.other}
          />
        ))}
        <line x1={mine.x} x2={mine.x} y1={mine.y - 8} y2={34} className={classes.pointer} />
        <text
          x={Math.min(Math.max(mine.x, 70), WIDTH - 70)}
          y={28}
          textAnchor="middle"
          className={classes.strong}
        >
          {unit.name}, {told(own.text)}
        </text>
      </svg>
    </figure>
  )
}

/** Dots that would lie on each other stand above each other. */
function stacked<T extends { x: number }>(dots: readonly T[]): (T & { y: number })[] {
  const columns = new Map<number, number>()
  return [...dots]
    .sort((a, b) => a.x - b.x)
    .map((dot) => {
      const place = Math.round(dot.x / STEP)
      const height = columns.get(place) ?? 0
      columns.set(place, height + 1)
      return { ...dot, y: FLOOR - 6 - Math.min(height, 9) * STEP }
    })
}
