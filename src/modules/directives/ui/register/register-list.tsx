import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { DirectiveLine } from '../../api/register.ts'
import { DirectiveRow } from './directive-row.tsx'
import classes from './register.module.css'

const ROW_PX = 74
/** Lines before the end at which the next page is fetched. */
const AHEAD = 20

type Props = { lines: readonly DirectiveLine[]; hasMore: boolean; onMore(): void }

/** Only the lines in view are drawn; pages come as the end draws near. */
export function RegisterList({ lines, hasMore, onMore }: Props) {
  const { t } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const list = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 8,
  })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (hasMore && last >= lines.length - AHEAD) onMore()
  }, [hasMore, last, lines.length, onMore])
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section ref={box} className={classes.box} tabIndex={0} aria-label={t('app.register.title')}>
      <ul className={classes.list} style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <li
            key={lines[index]!.id}
            ref={list.measureElement}
            data-index={index}
            style={{ transform: `translateY(${start}px)` }}
          >
            <DirectiveRow line={lines[index]!} />
          </li>
        ))}
      </ul>
    </section>
  )
}
