import { Link } from '@tanstack/react-router'
import { useWords } from '#web/kit/words.tsx'
import type { OccurrenceLine } from '../../api/duties.ts'
import { keepPlace } from '../register/directive-link.tsx'
import classes from './duties.module.css'
import { DutyMark } from './duty-mark.tsx'
import { isLateNow } from './rules/duty-mark.ts'

/** One unit's turn at a duty: what, of whom, by when, how it stands. */
export function DutyRow({ line }: { line: OccurrenceLine }) {
  const { t, day, number } = useWords()
  const { id, duty, unit, directive, dueOn, daysLate, state } = line
  return (
    <li>
      <div className={classes.words}>
        <Link to={'/duties/$id' as never} params={{ id } as never} search={keepPlace as never}>
          {duty.task}
        </Link>
        <small>
          {unit.name} · {directive.number}
          {duty.repeats && ` · ${t('app.duties.turn', { ordinal: number(line.ordinal) })}`}
        </small>
      </div>
      <div className={classes.state}>
        <DutyMark duty={line} />
        <small>
          {dueOn === null ? t('app.duties.noDay') : t('app.duties.due', { day: day(dueOn) })}
          {state !== 'open' && isLateNow(line) && ` · ${t('app.duties.late', { days: number(daysLate) })}`}
        </small>
      </div>
    </li>
  )
}
