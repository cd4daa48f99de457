import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './coverage.module.css'

const ROW_PX = 40
/** Rows before the end at which the next page is fetched. */
const AHEAD = 40

type Props = {
  label: string
  columns: number
  head: ReactNode
  count: number
  hasMore?: boolean
  onMore?(): void
  row(index: number): ReactNode
}

/** A table of which only the rows in view are drawn; `row` draws one `tr` with its key and `aria-rowindex`. */
export function LongTable({ label, columns, head, count, hasMore = false, onMore, row }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= count - AHEAD) onMore?.()
  }, [hasMore, last, count, onMore])
  const before = items[0]?.start ?? 0
  const after = list.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={box} className={classes.box} tabIndex={0} aria-label={label}>
      <table className={`tbl ${classes.table}`} aria-rowcount={hasMore ? -1 : count + 1}>
        {head}
        <tbody>
          <Space height={before} columns={columns} />
          {items.map(({ index }) => row(index))}
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
