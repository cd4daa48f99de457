import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type InspectionLine, listInspections } from '../../api/plan.ts'
import classes from '../inspections.module.css'

/** Inspections that come to the chosen unit or below it, the latest first. */
export function InspectionList({ unit }: { unit: string }) {
  const { t } = useWords()
  const { data, error, refetch } = useRead(listInspections, { unit, limit: 100 }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data) return <LoadingBars rows={6} />
  if (data.inspections.length === 0) return <EmptyNote>{t('app.inspection.none')}</EmptyNote>
  return (
    <ul className={classes.list}>
      {data.inspections.map((one) => (
        <Line key={one.id} one={one} />
      ))}
    </ul>
  )
}

function Line({ one }: { one: InspectionLine }) {
  const { t, day, number } = useWords()
  const { visits, findings } = one
  return (
    <li>
      <div>
        <Link to={'/inspections/$id' as never} params={{ id: one.id } as never} className={classes.name}>
          {one.name}
        </Link>
        <small>
          {one.owner.name} · {one.directive.number} · {day(one.startsOn)} – {day(one.endsOn)}
        </small>
        <small>
          {t('app.inspection.counts', {
            recorded: number(visits.recorded),
            visits: number(visits.all - visits.cancelled),
            findings: number(findings.all),
            open: number(findings.open),
          })}
        </small>
      </div>
      {one.closed ? (
        <StateMark state="approved" word={t('app.inspection.closedMark')} />
      ) : findings.overdue > 0 ? (
        <StateMark
          state="late"
          word={t('app.inspection.overdueCount', { count: number(findings.overdue) })}
        />
      ) : (
        <StateMark state="draft" word={t('app.inspection.underWay')} />
      )}
    </li>
  )
}
