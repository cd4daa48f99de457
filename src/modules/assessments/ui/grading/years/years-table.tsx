import { Link } from '@tanstack/react-router'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { YearGrade, YearsRow } from '../../../api/grade-years.ts'
import { GradeMark } from '../grade-mark.tsx'
import { GradingLink, linkTo } from '../links.tsx'
import { periodsOf } from './rules/periods.ts'
import classes from './years.module.css'

/** A row for each subject, a column for each period; how many years in a row stands at the end. */
export function YearsTable({ rows }: { rows: readonly YearsRow[] }) {
  const { t } = useWords()
  const periods = periodsOf(rows)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what is beside
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.gradeYears.title')}>
      <table className={`tbl ${classes.years}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.gradings.subject')}</th>
            {periods.map((period) => (
              <th key={period} scope="col">
                {tellPeriod(t, period)}
              </th>
            ))}
            <th scope="col">{t('app.gradeYears.inRow')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.kind} ${row.person ?? row.code} ${row.unit.code}`} row={row} periods={periods} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row, periods }: { row: YearsRow; periods: readonly string[] }) {
  const { t, number } = useWords()
  const { name, person, unit, inRow, grades } = row
  return (
    <tr>
      <th scope="row">
        {person === null ? name : <Link {...linkTo('/records/$person', { person })}>{name}</Link>}
        {unit.name !== name && <small>{unit.name}</small>}
      </th>
      {periods.map((period) => (
        <td key={period} data-label={tellPeriod(t, period)}>
          <Cell grades={grades.filter((grade) => grade.period === period)} now={unit.code} />
        </td>
      ))}
      <td data-label={t('app.gradeYears.inRow')}>
        {inRow === null ? (
          <span className={classes.none}>–</span>
        ) : (
          <span className={classes.row}>
            <b>{t('app.gradeYears.years', { years: number(inRow.years) })}</b>
            <small>{t('app.gradeYears.since', { year: inRow.since })}</small>
          </span>
        )}
      </td>
    </tr>
  )
}

/** Grades of one period, by each set of rules; where the subject was elsewhere then, that is said. */
function Cell({ grades, now }: { grades: readonly YearGrade[]; now: string }) {
  if (grades.length === 0) return <span className={classes.none}>–</span>
  return grades.map(({ grading, grade, rules, unit, title }) => (
    <div key={`${grading} ${rules.code}`} className={classes.grade} title={rules.name}>
      <GradingLink id={grading}>
        <GradeMark grade={grade} />
      </GradingLink>
      {grades.length > 1 && <small>{rules.name}</small>}
      {unit.code !== now && (
        <small>
          {unit.name}
          {title !== '' && `, ${title}`}
        </small>
      )}
    </div>
  ))
}
