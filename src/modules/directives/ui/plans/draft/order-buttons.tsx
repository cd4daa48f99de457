import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react'
import { useWords } from '#web/kit/words.tsx'
import classes from './draft.module.css'

type Props = { name: string; isFirst: boolean; isLast: boolean; onMove(by: -1 | 1): void; onRemove(): void }

/** Up, down, away: for a part of a form that has an order. */
export function OrderButtons({ name, isFirst, isLast, onMove, onRemove }: Props) {
  const { t } = useWords()
  return (
    <div className={classes.order}>
      <ActionIcon
        disabled={isFirst}
        aria-label={t('app.orderedList.up', { name })}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon
        disabled={isLast}
        aria-label={t('app.orderedList.down', { name })}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={15} aria-hidden />
      </ActionIcon>
      <ActionIcon aria-label={t('app.orderedList.remove', { name })} onClick={onRemove}>
        <IconX size={15} aria-hidden />
      </ActionIcon>
    </div>
  )
}
