import { Button } from '@mantine/core'
import {
  IconAlarm,
  IconAlertTriangle,
  IconArrowBackUp,
  IconClock,
  IconFileCheck,
  IconHourglass,
} from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { WorkGroupKind, WorkItem } from '#modules/work/api/work.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './work.module.css'
import { WorkRow } from './work-row.tsx'

const HEADS = {
  returned: [IconArrowBackUp, 'back'],
  overdue: [IconAlarm, 'back'],
  due: [IconClock, 'warn'],
  check: [IconFileCheck, 'wait'],
  behind: [IconAlertTriangle, 'warn'],
  waiting: [IconHourglass, 'wait'],
} as const satisfies Record<WorkGroupKind, unknown>

type Props = {
  kind: WorkGroupKind
  count: number
  items: readonly WorkItem[]
  today: string
  /** Index of the group's first row in the whole list, and the row that the arrows stand on. */
  first: number
  current: number
  onCurrent(index: number): void
  /** Reads on; absent when all are shown. */
  more?: (() => void) | undefined
}

/** Two duties of one directive lead to the same place. */
const titleKey = (item: WorkItem): string =>
  item.about === 'duty' ? item.task : item.about === 'assessment' ? item.step : ''

/** What is wrong in the same way. What waits for others is told in one line until it is asked for. */
export function WorkGroupPart({ kind, count, items, today, first, current, onCurrent, more }: Props) {
  const { t } = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(kind !== 'waiting')
  const [Icon, tone] = HEADS[kind]
  return (
    <section className={classes.group} aria-labelledby={id}>
      <h2 id={id} className={tone}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {t(`app.work.group.${kind}`)} <span>{count}</span>
      </h2>
      {!isOpen && (
        <p className={classes.waiting}>
          {t('app.work.waiting', { count })}{' '}
          <button type="button" className={classes.show} onClick={() => setOpen(true)}>
            {t('app.work.show')}
          </button>
        </p>
      )}
      {isOpen && (
        <ul className={classes.rows}>
          {items.map((item, n) => (
            <WorkRow
              key={`${item.link} ${item.about === 'target' ? item.indicator : item.dueOn} ${titleKey(item)}`}
              kind={kind}
              item={item}
              today={today}
              isCurrent={first + n === current}
              onFocus={() => onCurrent(first + n)}
            />
          ))}
        </ul>
      )}
      {isOpen && more && (
        <Button variant="subtle" className={classes.more} onClick={more}>
          {t('app.work.more')}
        </Button>
      )}
    </section>
  )
}
