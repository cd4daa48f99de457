import { useWords } from '#web/kit/words.tsx'
import type { BoardCount } from '../../api/board.ts'
import classes from './board.module.css'
import type { BoardPart } from './use-board.ts'

/** The forms, each with how many of the units have sent it. */
export function FormHeads({ board, first }: { board: BoardPart; first: string }) {
  const { lang, day, t } = useWords()
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {board.forms.map((form) => (
          <th scope="col" key={form.code}>
            <span className={classes.form}>{(lang === 'en' && form.nameEn) || form.name}</span>
            <CountOf count={form.count} />
            {form.openedOn && <small>{t('app.board.opened', { day: day(form.openedOn) })}</small>}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** `17/19 đã gửi`, a bar, and what is overdue or waits to be checked. */
export function CountOf({ count }: { count: BoardCount }) {
  const { t, number } = useWords()
  const { expected, submitted, approved, overdue } = count
  const part = expected === 0 ? 0 : Math.floor((submitted * 100) / expected)
  const waiting = submitted - approved
  return (
    <span className={classes.count}>
      <b>{t('app.board.sent', { sent: number(submitted), of: number(expected) })}</b>
      <span className="bar" aria-hidden>
        <i style={{ width: `${part}%` }} />
      </span>
      <small>
        {overdue > 0 && <em>{t('app.board.overdue', { count: number(overdue) })}</em>}
        {waiting > 0 && <span>{t('app.board.waiting', { count: number(waiting) })}</span>}
      </small>
    </span>
  )
}
