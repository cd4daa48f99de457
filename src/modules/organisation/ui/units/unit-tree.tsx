import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { moveBy, type TreeRow } from './tree-rows.ts'
import classes from './units.module.css'

const ROW_PX = 30

type Props = {
  rows: readonly TreeRow[]
  chosen: string | null
  /** Units that a search found; null when nothing is searched. */
  found: ReadonlySet<string> | null
  onChoose(id: string): void
  onOpen(id: string, open: boolean): void
}

/** One tab stop; the arrows walk it. Only the lines in view are drawn, however many units there are. */
export function UnitTree({ rows, chosen, found, onChoose, onOpen }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const at = rows.findIndex(({ unit }) => unit.id === chosen)
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  })
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' })
  }, [at, list])

  const onKey = (event: KeyboardEvent) => {
    const move = moveBy(event.key, rows, Math.max(at, 0))
    if (!move) return
    event.preventDefault()
    if ('to' in move) onChoose(rows[move.to]!.unit.id)
    else if ('open' in move) onOpen(move.open, true)
    else onOpen(move.close, false)
  }
  return (
    <div
      ref={box}
      className={classes.tree}
      role="tree"
      tabIndex={0}
      aria-label={t('app.units.tree')}
      aria-activedescendant={at >= 0 ? `unit-${chosen}` : undefined}
      onKeyDown={onKey}
    >
      <div style={{ height: list.getTotalSize(), position: 'relative' }} role="presentation">
        {list.getVirtualItems().map(({ index, start }) => (
          <Line
            key={rows[index]!.unit.id}
            row={rows[index]!}
            top={start}
            isChosen={index === at}
            isFound={found?.has(rows[index]!.unit.id) ?? false}
            onChoose={onChoose}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  )
}

type LineProps = {
  row: TreeRow
  top: number
  isChosen: boolean
  isFound: boolean
} & Pick<Props, 'onChoose' | 'onOpen'>

function Line({ row, top, isChosen, isFound, onChoose, onOpen }: LineProps) {
  const { unit, depth, below, isOpen, place, siblings } = row
  const Chevron = isOpen ? IconChevronDown : IconChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree, its one tab stop, listens to the keys
    <div
      id={`unit-${unit.id}`}
      role="treeitem"
      tabIndex={-1}
      className={classes.line}
      style={{ top, paddingLeft: 6 + (depth - 1) * 18 }}
      data-found={isFound || undefined}
      aria-level={depth}
      aria-setsize={siblings}
      aria-posinset={place}
      aria-expanded={below > 0 ? isOpen : undefined}
      aria-selected={isChosen}
      onClick={() => onChoose(unit.id)}
      onDoubleClick={() => below > 0 && onOpen(unit.id, !isOpen)}
    >
      <span
        className={classes.turn}
        aria-hidden
        onClick={(event) => {
          event.stopPropagation()
          if (below > 0) onOpen(unit.id, !isOpen)
        }}
      >
        {below > 0 && <Chevron size={15} stroke={1.8} />}
      </span>
      <span className={classes.name}>{unit.name}</span>
      {below > 0 && <span className={classes.count}>{below}</span>}
      <span className={classes.code}>{unit.code}</span>
    </div>
  )
}
