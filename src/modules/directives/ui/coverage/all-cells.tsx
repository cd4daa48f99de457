import { Link } from '@tanstack/react-router'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { CoverageBoard, CoverageCount, CoverageDirectiveLine } from '../../api/coverage.ts'
import { STEPS } from '../../schema.ts'
import classes from './coverage.module.css'
import type { Order } from './rules/order.ts'
import { SortHead } from './sort-head.tsx'

type HeadProps = {
  totals: CoverageBoard['totals']
  by: 'units' | 'directives'
  order: Order
  sort(order: Order): void
}

/** Each step with how many of what was asked have come to it. Directives stand as issued, so that pages follow each other. */
export function AllHeads({ totals, by, order, sort }: HeadProps) {
  const { t, number } = useWords()
  const isUnits = by === 'units'
  return (
    <thead>
      <tr>
        {isUnits ? (
          <SortHead
            label={t('app.coverage.unit')}
            isOn={order === 'name'}
            direction="up"
            onSort={() => sort('name')}
          />
        ) : (
          <th scope="col">
            <span className={classes.step}>{t('app.coverage.directive')}</span>
          </th>
        )}
        <th scope="col" className={classes.number}>
          <span className={classes.step}>{t('app.coverage.asked')}</span>
          <small>{number(totals.asked)}</small>
        </th>
        {STEPS.map((step) => (
          <th scope="col" key={step} className={classes.number}>
            <span className={classes.step}>{t(`app.coverage.step.${step}`)}</span>
            <small>{number(totals[step])}</small>
          </th>
        ))}
        <th scope="col" className={classes.number}>
          <span className={classes.step}>{t('app.coverage.overdue')}</span>
          <small>{number(totals.overdue)}</small>
        </th>
        {isUnits ? (
          <SortHead
            number
            label={t('app.coverage.late')}
            isOn={order === 'worst'}
            direction="down"
            onSort={() => sort('worst')}
          />
        ) : (
          <th scope="col" className={classes.number}>
            <span className={classes.step}>{t('app.coverage.late')}</span>
          </th>
        )}
      </tr>
    </thead>
  )
}

/** A number opens that directive's own board. */
export function DirectiveName({ line }: { line: CoverageDirectiveLine }) {
  const { day } = useWords()
  return (
    <>
      <Link
        className="fig"
        to={'/coverage' as never}
        search={
          ((old: object) => ({ ...old, directive: line.id, missing: undefined, late: undefined })) as never
        }
      >
        {line.directive}
      </Link>{' '}
      <small>{day(line.issuedOn)}</small>
      <small className={classes.line} title={line.excerpt}>
        {line.excerpt}
      </small>
    </>
  )
}

/** How many were asked, how many came to each step, and how late. */
export function CountCells({ line }: { line: CoverageCount & { daysLate: number } }) {
  const { t, number } = useWords()
  return (
    <>
      <td className={classes.number}>{number(line.asked)}</td>
      {STEPS.map((step) => (
        <td key={step} className={classes.number}>
          <span className={line[step] < line.asked ? classes.short : undefined}>{number(line[step])}</span>
          <span className={`bar ${classes.bar}`} aria-hidden>
            <i style={{ width: `${Math.floor((line[step] * 100) / line.asked)}%` }} />
          </span>
        </td>
      ))}
      <td className={classes.number}>
        {line.overdue > 0 ? (
          <span className="st back">{number(line.overdue)}</span>
        ) : (
          <span className={classes.none}>0</span>
        )}
      </td>
      <td className={classes.number}>
        {line.daysLate === 0 ? (
          <span className={classes.none}>0</span>
        ) : line.overdue > 0 ? (
          <StateMark state="late" word={t('app.coverage.days', { days: number(line.daysLate) })} />
        ) : (
          t('app.coverage.wasLate', { days: number(line.daysLate) })
        )}
      </td>
    </>
  )
}
