import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import classes from './ordered-list.module.css'
import { useWords } from './words.tsx'

type Item = {
  id: string
  name: string
  note?: string | undefined /** Why it cannot be taken away. */
  fixed?: string | undefined
}

type Props = { items: readonly Item[]; label: string; onChange(ids: string[]): void }

/** Things in an order that people decide: buttons and `Alt ↑ ↓` move them, nothing needs to be dragged. */
export function OrderedList({ items, label, onChange }: Props) {
  const { t } = useWords()
  const ids = items.map(({ id }) => id)
  const move = (at: number, by: number) => {
    const to = at + by
    if (to < 0 || to >= ids.length) return
    const moved = ids.toSpliced(at, 1)
    onChange(moved.toSpliced(to, 0, ids[at]!))
  }
  const onKey = (event: KeyboardEvent, at: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (!event.altKey || by === undefined) return
    event.preventDefault()
    move(at, by)
  }
  return (
    <ol className={classes.list} aria-label={label}>
      {items.map(({ id, name, note, fixed }, at) => (
        <li key={id} onKeyDown={(event) => onKey(event, at)}>
          <span className={classes.name}>
            {name}
            {(fixed ?? note) && <small>{fixed ?? note}</small>}
          </span>
          <ActionIcon
            disabled={at === 0}
            aria-label={t('app.orderedList.up', { name })}
            onClick={() => move(at, -1)}
          >
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            disabled={at === items.length - 1}
            aria-label={t('app.orderedList.down', { name })}
            onClick={() => move(at, 1)}
          >
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon
            disabled={fixed !== undefined}
            aria-label={t('app.orderedList.remove', { name })}
            onClick={() => onChange(ids.filter((other) => other !== id))}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </li>
      ))}
    </ol>
  )
}
