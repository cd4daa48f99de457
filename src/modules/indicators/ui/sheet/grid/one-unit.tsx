import { ActionIcon, NativeSelect } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { memo, useMemo, useRef } from 'react'
import { useWords, type Words } from '#web/kit/words.tsx'
import type { CellView } from '../rules/cell-view.ts'
import { turnTable } from '../rules/clipboard.ts'
import { nameOfCell } from '../rules/columns.ts'
import { turned } from '../rules/move.ts'
import { cellSnap, selectOne } from '../store/select.ts'
import { ALL, CHOSEN, cellTopic, remember, type SheetStore } from '../store/sheet-store.ts'
import { nameOfColumn, tellTrouble } from './cell-words.ts'
import { GridBox } from './grid-box.tsx'
import { type Grid, GridContext } from './grid-context.ts'
import type { GridActions } from './grid-keys.ts'
import classes from './one-unit.module.css'
import { RowState } from './row-words.tsx'
import { SheetCell } from './sheet-cell.tsx'
import type { Periods } from './sheet-grid.tsx'
import { useSnap } from './use-snap.ts'

type Props = GridActions & {
  sheet: SheetStore
  label: string
  periods: Periods
  onPaste(table: string[][]): void
}

/** One unit upright: indicators down, its value, the period before and the target across. */
export function OneUnit({ sheet, label, periods, onPaste, ...actions }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const isTouch = useMediaQuery('(pointer: coarse)') ?? false
  const { rows, columns } = useSnap(sheet, ALL, () =>
    remember(sheet, ALL, () => ({ rows: sheet.rows, columns: sheet.columns })),
  )
  const row = useSnap(sheet, CHOSEN, () => sheet.selected.at.row)
  const grid = useMemo<Grid>(
    () => ({
      bounds: () => ({ rows: sheet.columns.length, cols: sheet.rows.length, page: 10 }),
      turn: turned,
    }),
    [sheet],
  )
  return (
    <GridContext value={grid}>
      {rows.length > 1 && <WhichUnit sheet={sheet} row={row} />}
      <GridBox
        sheet={sheet}
        box={box}
        isTouch={isTouch}
        {...actions}
        onPaste={(table) => onPaste(turnTable(table))}
      >
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is walked by keys is a grid
          role="grid"
          className={`g ${classes.upright}`}
          aria-label={`${label}, ${rows[row]?.unit.name ?? ''}`}
          aria-describedby="sheet-keys"
        >
          <thead>
            <tr>
              <th scope="col">
                {t('app.sheet.indicator')} <RowState sheet={sheet} row={row} />
              </th>
              <th scope="col" className="v head">
                {periods.now}
              </th>
              <th scope="col" className="p">
                {periods.before}
              </th>
              <th scope="col" className="t">
                {t('app.sheet.target')}
              </th>
              <th scope="col" className={classes.look}>
                {t('app.sheet.look')}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map((column, col) => (
              <Line key={nameOfCell(column)} sheet={sheet} row={row} col={col} />
            ))}
          </tbody>
        </table>
      </GridBox>
    </GridContext>
  )
}

const Line = memo(function Line({ sheet, row, col }: { sheet: SheetStore; row: number; col: number }) {
  const words = useWords()
  const { t, number, lang } = words
  const { view, isAt } = useSnap(sheet, cellTopic({ row, col }), () => cellSnap(sheet, { row, col }))
  const column = sheet.columns[col]!
  return (
    <tr className={isAt ? 'cur' : ''}>
      <th scope="row" className={column.breakdown ? classes.item : ''}>
        {nameOfColumn(column, lang)} <small>{column.unitOfMeasure}</small>
        <span className={classes.beside}>{besideOf(t, number, view)}</span>
        {view.trouble && (
          <span className={classes.beside}>{tellTrouble(words, view.trouble, view.value)}</span>
        )}
      </th>
      <SheetCell sheet={sheet} row={row} col={col} place={2} withTarget />
      <td className={classes.look}>
        {view.trouble ? tellTrouble(words, view.trouble, view.value) : view.comment}
      </td>
    </tr>
  )
})

/** What a phone says under the name, where there is no room for columns. */
const besideOf = (t: Words['t'], number: Words['number'], { previous, target }: CellView) =>
  [
    `${t('app.sheet.previousIs')} ${number(previous)}`,
    ...(target === null ? [] : [`${t('app.sheet.target')} ${number(target)}`]),
  ].join(' · ')

/** Which unit stands upright, and the ones before and after. */
function WhichUnit({ sheet, row }: { sheet: SheetStore; row: number }) {
  const { t } = useWords()
  const go = (to: number) => selectOne(sheet, { row: to, col: sheet.selected.at.col })
  const count = sheet.rows.length
  return (
    <div className={classes.which}>
      <ActionIcon aria-label={t('app.sheet.unitBefore')} disabled={row === 0} onClick={() => go(row - 1)}>
        <IconChevronLeft size={16} aria-hidden />
      </ActionIcon>
      <NativeSelect
        aria-label={t('app.sheet.unit')}
        value={String(row)}
        onChange={(event) => go(Number(event.currentTarget.value))}
        data={sheet.rows.map(({ unit }, place) => ({ value: String(place), label: unit.name }))}
      />
      <ActionIcon
        aria-label={t('app.sheet.unitAfter')}
        disabled={row === count - 1}
        onClick={() => go(row + 1)}
      >
        <IconChevronRight size={16} aria-hidden />
      </ActionIcon>
      <span>{t('app.sheet.unitOf', { row: row + 1, count })}</span>
    </div>
  )
}
