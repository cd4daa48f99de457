import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listRecurring } from '../../api/findings.ts'
import classes from '../inspections.module.css'

/** What at least two visits to the same unit found, the most often found first. */
export function RecurringTable({ unit }: { unit: string }) {
  const { t, day, number } = useWords()
  const { data, error, refetch } = useRead(listRecurring, { unit }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={6} />
  if (data.recurring.length === 0) return <EmptyNote>{t('app.inspection.recurring.none')}</EmptyNote>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than a phone is scrolled by keys too
    <section className={classes.scroll} tabIndex={0} aria-label={t('app.inspections.view.recurring')}>
      <table className={`tbl ${classes.recurring}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.inspection.head.unit')}</th>
            <th scope="col">{t('app.inspection.kind')}</th>
            <th scope="col" className={classes.number}>
              {t('app.inspection.head.visits')}
            </th>
            <th scope="col" className={classes.number}>
              {t('app.inspection.head.findings')}
            </th>
            <th scope="col">{t('app.inspection.head.worst')}</th>
            <th scope="col">{t('app.inspection.head.days')}</th>
          </tr>
        </thead>
        <tbody>
          {data.recurring.map((row) => (
            <tr key={`${row.unit.id} ${row.kind}`}>
              <th scope="row">{row.unit.name}</th>
              <td>{t(`app.inspection.kind.${row.kind}`)}</td>
              <td className={classes.number}>{number(row.visits)}</td>
              <td className={classes.number}>{number(row.findings)}</td>
              <td>
                <span className={classes[row.worst]}>{t(`app.inspection.severity.${row.worst}`)}</span>
              </td>
              <td>
                {day(row.firstOn)} – {day(row.lastOn)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
