import {
  IconCaretDownFilled,
  IconChecklist,
  IconChevronRight,
  IconFileCheck,
  IconStar,
  IconTable,
  IconTargetArrow,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { WorkGroupKind, WorkItem } from '#modules/work/api/work.ts'
import { useWords } from '#web/kit/words.tsx'
import { rowWords } from './row-words.ts'
import classes from './work.module.css'

const ICONS = {
  report: IconTable,
  duty: IconChecklist,
  assessment: IconStar,
  target: IconTargetArrow,
} as const

type Props = {
  kind: WorkGroupKind
  item: WorkItem
  today: string
  /** The row that the arrows stand on: its action is the one filled button of the page. */
  isCurrent: boolean
  onFocus(): void
}

/** One job: what it is, why it is here, by when, and the way to it. The whole row is one link. */
export function WorkRow({ kind, item, today, isCurrent, onFocus }: Props) {
  const words = useWords()
  const { title, facts, who, since, due, action } = rowWords(words, kind, item, today)
  const Icon = kind === 'check' && item.about !== 'assessment' ? IconFileCheck : ICONS[item.about]
  const reason = 'reason' in item ? item.reason : null
  return (
    <li className={isCurrent ? `${classes.row} ${classes.current}` : classes.row}>
      <Icon size={18} stroke={1.5} aria-hidden className={classes.icon} />
      <div className={classes.what}>
        <Link to={item.link as never} className={classes.link} onFocus={onFocus} data-work>
          {title}
        </Link>
        <small>{facts}</small>
        {reason && <q className={classes.reason}>{reason}</q>}
      </div>
      <div className={classes.who}>
        {who}
        {since && <small>{since}</small>}
      </div>
      <div className={`${classes.due} ${toneOf(kind, item)}`}>
        {due && (
          <>
            {item.about === 'target' && <IconCaretDownFilled size={11} aria-hidden />}
            {due.word} {due.day && <b>{due.day}</b>}
          </>
        )}
      </div>
      <span className={classes.action} aria-hidden>
        <span>{action}</span>
        <IconChevronRight size={18} stroke={1.6} />
      </span>
    </li>
  )
}

function toneOf(kind: WorkGroupKind, item: WorkItem): string {
  if (item.about === 'target') return 'warn'
  return kind === 'overdue' || item.daysLate > 0 ? 'back' : ''
}
