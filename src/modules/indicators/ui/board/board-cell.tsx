import { Link } from '@tanstack/react-router'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { BoardCell } from '../../api/board.ts'
import classes from './board.module.css'
import { markOf } from './cell-mark.ts'

type Props = {
  cell: BoardCell | null
  unit: { code: string; name: string }
  form: { code: string; name: string }
  period: string
}

/** One unit's report of one form: where it stands and when it came. Opens the sheet. */
export function BoardCellMark({ cell, unit, form, period }: Props) {
  const { t, day } = useWords()
  if (!cell) return <td className={classes.none} />
  const { mark, word, note } = markOf(cell)
  const near = `${period.slice(0, 4)}-`
  const values = {
    days: cell.daysLate,
    day: cell.submittedOn ? day(cell.submittedOn, near) : cell.dueOn ? day(cell.dueOn, near) : '',
  }
  return (
    <td>
      <Link
        className={classes.cell}
        to={`/reports/${encodeURIComponent(form.code)}` as never}
        search={{ unit: unit.code, period } as never}
      >
        <span className="vh">{`${unit.name}, ${form.name}: `}</span>
        <StateMark state={mark} {...(word && { word: t(`app.board.${word}`, values) })} />
        {note && (
          <small className={note === 'late' || note === 'sentLate' ? classes.late : undefined}>
            {t(`app.board.note.${note}`, values)}
          </small>
        )}
      </Link>
    </td>
  )
}
