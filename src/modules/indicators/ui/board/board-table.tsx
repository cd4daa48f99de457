import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import classes from './board.module.css'
import { BoardCellMark } from './board-cell.tsx'
import { FormHeads } from './form-heads.tsx'
import type { BoardPart } from './use-board.ts'

const ROW_PX = 42
/** Rows before the end at which the next page is fetched. */
const AHEAD = 60

type Props = {
  board: BoardPart
  rows: BoardPart['rows']
  hasMore: boolean
  onMore(): void
}

/** Units × forms. Only the rows in view are drawn; pages come as the end draws near. */
export function BoardTable({ board, rows, hasMore, onMore }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 10,
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= rows.length - AHEAD) onMore()
  }, [hasMore, last, rows.length, onMore])
  const before = items[0]?.start ?? 0
  const after = list.getTotalSize() - (items.at(-1)?.end ?? 0)
  const columns = board.forms.length + 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={box} className={classes.box} tabIndex={0} aria-label={t('app.board.table')}>
      <table className={`tbl ${classes.board}`} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <FormHeads board={board} first={t('app.board.unit')} />
        <tbody>
          <Space height={before} columns={columns} />
          {items.map(({ index }) => {
            const { unit, cells } = rows[index]!
            return (
              <tr key={unit.id} aria-rowindex={index + 2}>
                <th scope="row">
                  {unit.name} <small>{unit.code}</small>
                </th>
                {cells.map((cell, n) => (
                  <BoardCellMark
                    key={board.forms[n]!.code}
                    cell={cell}
                    unit={unit}
                    form={board.forms[n]!}
                    period={board.period}
                  />
                ))}
              </tr>
            )
          })}
          <Space height={after} columns={columns} />
        </tbody>
      </table>
    </section>
  )
}

/** In the place of the rows that are not drawn. */
const Space = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 ? (
    <tr aria-hidden className={classes.space}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  ) : null
