import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import { moved } from '../rules/scheme-edit.ts'
import classes from './draft.module.css'

/** Gives the list in its new order, and where the open member is then; null: it was taken away. */
export type Order<T> = (reorder: (list: readonly T[]) => T[], to: number | null) => void

type Props<T> = { title: string; at: number; count: number; onOrder: Order<T> }

/** The name of what is open, and its place among its like: up, down, away. The last one stays. */
export function PlaceHead<T>({ title, at, count, onOrder }: Props<T>) {
  const { t } = useWords()
  return (
    <div className={classes.title}>
      <h2>{title}</h2>
      <ActionIcon
        disabled={at === 0}
        aria-label={t('app.orderedList.up', { name: title })}
        onClick={() => onOrder((list) => moved(list, at, -1), at - 1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        disabled={at === count - 1}
        aria-label={t('app.orderedList.down', { name: title })}
        onClick={() => onOrder((list) => moved(list, at, 1), at + 1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        disabled={count === 1}
        aria-label={t('app.orderedList.remove', { name: title })}
        onClick={() => onOrder((list) => list.toSpliced(at, 1), null)}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </div>
  )
}
