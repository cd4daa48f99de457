import { Link } from '@tanstack/react-router'
import type { WorkSide } from '#modules/work/api/work.ts'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './side.module.css'

/** The rest is on the page of reports. */
const SHOWN = 8

/** The unit's reports of the period, each with where it stands. */
export function ReportLines({ reports }: Pick<WorkSide, 'reports'>) {
  const { t, lang } = useWords()
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string | null }) =>
    lang === 'en' ? (nameEn ?? name) : name
  return (
    <ul className={classes.reports}>
      {reports.slice(0, SHOWN).map(({ form, period, state, filled, asked, cells, units, link }) => (
        <li key={`${form.code} ${period}`}>
          <Link to={link as never}>
            {nameOf(form)}
            {period.length > 4 && <small> {tellPeriod(t, period, 'short')}</small>}
          </Link>
          <span className={classes.state}>
            {state === 'draft' && <small>{t('app.work.cellsOf', { filled, asked })}</small>}
            {state === 'returned' && cells > 0 && <small>{t('app.work.cells', { cells })}</small>}
            {units ? (
              <StateMark
                state={units.sent === units.expected ? 'submitted' : 'missing'}
                word={t('app.work.sentOf', units)}
              />
            ) : (
              <StateMark state={state ?? 'missing'} />
            )}
          </span>
        </li>
      ))}
      {reports.length > SHOWN && (
        <li>
          <Link to={'/reports' as never} className={classes.rest}>
            {t('app.work.allReports', { count: reports.length })}
          </Link>
        </li>
      )}
    </ul>
  )
}
