import type { WorkSide } from '#modules/work/api/work.ts'
import { weeksFrom } from '#modules/work/rules/weeks.ts'
import { useWords } from '#web/kit/words.tsx'
import { weekdays } from '../list/row-words.ts'
import classes from './side.module.css'

const WEEKS = 2
/** More marks than these under one day cannot be counted at a glance. */
const MARKS = ['first', 'second', 'third']

/** This week and the next, with a mark for what is overdue or due on each day. */
export function MonthStrip({ today, days }: Pick<WorkSide, 'days'> & { today: string }) {
  const { t, day: tellDay } = useWords()
  const byDay = new Map(days.map((day) => [day.on, day]))
  return (
    <>
      <table className={classes.month}>
        <thead>
          <tr>
            {weekdays(t).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksFrom(today, WEEKS).map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const { overdue = 0, due = 0 } = byDay.get(day) ?? {}
                return (
                  <td
                    key={day}
                    className={day === today ? classes.today : day < today ? classes.past : undefined}
                    {...(day === today && { 'aria-current': 'date' as const })}
                  >
                    <span aria-hidden>{Number(day.slice(8))}</span>
                    <span className="vh">
                      {t('app.work.dayTold', { day: tellDay(day, today), overdue, due })}
                    </span>
                    <span className={classes.marks} aria-hidden>
                      {marks(overdue, classes.late)}
                      {marks(due, classes.soon)}
                    </span>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.legend}>
        <i className={classes.late} aria-hidden /> {t('app.work.legend.late')}{' '}
        <i className={classes.soon} aria-hidden /> {t('app.work.legend.soon')}
      </p>
    </>
  )
}

const marks = (count: number, className: string | undefined) =>
  MARKS.slice(0, count).map((mark) => <i key={mark} className={className} />)
