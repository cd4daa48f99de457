import { useMediaQuery } from '@mantine/hooks'
import { Fragment, memo, useMemo, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { cellsOf } from '../rules/column-window.ts'
import { nameOfCell } from '../rules/columns.ts'
import type { Selected } from '../rules/move.ts'
import { ALL, remember, rowTopic, type SheetStore } from '../store/sheet-store.ts'
import { type Widths, widthsOf } from './column-widths.ts'
import { GridBox } from './grid-box.tsx'
import { type Grid, GridContext } from './grid-context.ts'
import type { GridActions } from './grid-keys.ts'
import { RowState, rowSnap } from './row-words.tsx'
import { SheetCell } from './sheet-cell.tsx'
import { SheetHead } from './sheet-head.tsx'
import { SheetTotal } from './sheet-total.tsx'
import { useColumnWindow } from './use-column-window.ts'
import { pageOf, useRowWindow } from './use-row-window.ts'
import { useSnap } from './use-snap.ts'

export type Periods = { now: string; before: string }
type Props = GridActions & {
  sheet: SheetStore
  label: string
  periods: Periods
  /** What all rows together are called: the chosen unit. */
  whole: string
  /** More units have not been read. */
  isPart: boolean
  onPaste(table: string[][]): void
}

const same = (selected: Selected) => selected

/** Units down, indicators across: one tab stop, walked by keys. */
export function SheetGrid({ sheet, label, periods, whole, isPart, ...actions }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const { rows, columns, widths } = useSnap(sheet, ALL, () =>
    remember(sheet, ALL, () => ({ rows: sheet.rows, columns: sheet.columns, widths: widthsOf(sheet) })),
  )
  const isTouch = useMediaQuery('(pointer: coarse)') ?? false
  const shown = useRowWindow(sheet, rows.length, box)
  const { from, to } = useColumnWindow(sheet, widths, box)
  const grid = useMemo<Grid>(
    () => ({
      bounds: () => ({ rows: sheet.rows.length, cols: sheet.columns.length, page: pageOf(box.current) }),
      turn: same,
    }),
    [sheet],
  )
  return (
    <GridContext value={grid}>
      <GridBox sheet={sheet} box={box} isTouch={isTouch} {...actions}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by keys is a grid
          role="grid"
          className="g fixed"
          aria-label={label}
          aria-describedby="sheet-keys"
          aria-rowcount={rows.length + 3}
          aria-colcount={2 + columns.length * 2 + widths.filter(({ target }) => target > 0).length}
          aria-multiselectable
        >
          <Columns columns={columns} widths={widths} />
          <SheetHead columns={columns} widths={widths} periods={periods} />
          <Gap height={shown.before} />
          <tbody>
            {shown.rows.map((row) => (
              <SheetLine
                key={rows[row]!.unit.code}
                sheet={sheet}
                row={row}
                columns={columns}
                widths={widths}
                from={from}
                to={to}
              />
            ))}
          </tbody>
          <Gap height={shown.after} />
          <SheetTotal
            sheet={sheet}
            widths={widths}
            whole={whole}
            note={isPart ? t('app.sheet.firstUnits', { count: rows.length }) : null}
          />
        </table>
      </GridBox>
    </GridContext>
  )
}

const Columns = memo(function Columns({ columns, widths }: Pick<LineProps, 'columns' | 'widths'>) {
  return (
    <colgroup>
      <col className="w0" />
      <col className="w1" />
      {widths.map(({ value, previous, target }, col) => (
        <Fragment key={nameOfCell(columns[col]!)}>
          <col style={{ width: value }} />
          <col style={{ width: previous }} />
          {target > 0 && <col style={{ width: target }} />}
        </Fragment>
      ))}
    </colgroup>
  )
})

/** Stands for the rows that are out of sight. */
const Gap = ({ height }: { height: number }) =>
  height > 0 && (
    <tbody aria-hidden>
      <tr style={{ height }} />
    </tbody>
  )

type LineProps = {
  sheet: SheetStore
  row: number
  columns: SheetStore['columns']
  widths: readonly Widths[]
  /** Columns from here up to, and without, `to` are drawn. */
  from: number
  to: number
}

const SheetLine = memo(function SheetLine({ sheet, row, columns, widths, from, to }: LineProps) {
  const { isCurrent } = useSnap(sheet, rowTopic(row), () => rowSnap(sheet, row))
  return (
    <tr className={isCurrent ? 'cur' : ''} aria-rowindex={row + 3}>
      <th scope="row" className="c0" title={sheet.rows[row]?.unit.name}>
        {sheet.rows[row]?.unit.name}
      </th>
      <td className="c1">
        <RowState sheet={sheet} row={row} />
      </td>
      {from > 0 && <td colSpan={cellsOf(widths, { from: 0, to: from })} aria-hidden />}
      {columns.slice(from, to).map((column, n) => (
        <SheetCell
          key={nameOfCell(column)}
          sheet={sheet}
          row={row}
          col={from + n}
          place={3 + cellsOf(widths, { from: 0, to: from + n })}
          withTarget={widths[from + n]!.target > 0}
        />
      ))}
      {to < columns.length && <td colSpan={cellsOf(widths, { from: to, to: columns.length })} aria-hidden />}
    </tr>
  )
})
