import { IconCheck } from '@tabler/icons-react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { CoverageRow } from '../../api/coverage.ts'
import { STEPS } from '../../schema.ts'
import classes from './coverage.module.css'

/** A unit: the day of each step, a dash where it has not come, and its days late. */
export function OneRow({ row, index }: { row: CoverageRow; index: number }) {
  const { t, day } = useWords()
  return (
    <tr aria-rowindex={index + 2}>
      <th scope="row">
        {row.unitName} <small>{row.unitCode}</small>
        {row.daysLate > 0 && (
          <span className={classes.onPhone}>
            <Lateness row={row} />
          </span>
        )}
      </th>
      {STEPS.map((step) => {
        const reached = row[step]
        return (
          <td key={step}>
            {reached === null ? (
              <span className={classes.none}>
                <span aria-hidden>–</span>
                <span className="vh">{t('app.coverage.notYet')}</span>
              </span>
            ) : (
              <span className={step === 'done' ? `st done ${classes.reached}` : classes.reached}>
                {step === 'done' && <IconCheck size={15} stroke={1.75} aria-hidden />}
                {day(reached)}
              </span>
            )}
          </td>
        )
      })}
      <td>{row.due === null ? <span className={classes.none}>–</span> : day(row.due)}</td>
      <td>
        <Lateness row={row} />
      </td>
    </tr>
  )
}

function Lateness({ row }: { row: CoverageRow }) {
  const { t, number } = useWords()
  const days = number(row.daysLate)
  if (row.daysLate === 0) return <span className={classes.none}>0</span>
  if (row.done === null) return <StateMark state="late" word={t('app.coverage.days', { days })} />
  return <span>{t('app.coverage.wasLate', { days })}</span>
}
