import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useOutbox } from '#web/sync/outbox.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listVisits, type VisitLine } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { todayHere } from '../today.ts'
import { waitingOf } from '../visit/visit-draft.ts'
import { useKeepVisits } from './use-keep-visits.ts'

/** Those to come, which are kept on this device, then those that have taken place. */
export function VisitLists({ unit }: { unit: string }) {
  const { t } = useWords()
  const planned = useRead(listVisits, { unit, state: 'planned', limit: 100 }, { offline: true })
  const recorded = useRead(listVisits, { unit, state: 'recorded', limit: 50 }, { offline: true })
  useKeepVisits(planned.data?.visits)
  const error = planned.error ?? recorded.error
  if (error && !planned.data) return <ErrorNote problem={error} retry={() => planned.refetch()} />
  if (!planned.data) return <LoadingBars rows={8} />
  return (
    <>
      <Section title={t('app.inspection.toCome')}>
        {planned.data.visits.length === 0 && <EmptyNote>{t('app.inspection.noneToCome')}</EmptyNote>}
        <VisitList visits={planned.data.visits} />
      </Section>
      <Section title={t('app.inspection.over')}>
        {recorded.data?.visits.length === 0 && <EmptyNote>{t('app.inspection.noneOver')}</EmptyNote>}
        <VisitList visits={recorded.data?.visits ?? []} />
      </Section>
    </>
  )
}

/** Visits with their day, where they go, and what was found. @param within they stand under their inspection already. */
export function VisitList({ visits, within = false }: { visits: readonly VisitLine[]; within?: boolean }) {
  const { t, day, lang } = useWords()
  const { items } = useOutbox()
  return (
    <ul className={classes.list}>
      {visits.map((visit) => (
        <li key={visit.id}>
          <div>
            <Link to={'/visits/$id' as never} params={{ id: visit.id } as never} className={classes.name}>
              {visit.unit.name}
              {visit.site && `, ${visit.site}`}
            </Link>
            <small>
              {day(visit.day)}
              {!within && ` · ${visit.inspection.name}`}
              {visit.programme && ` · ${(lang === 'en' && visit.programme.nameEn) || visit.programme.name}`}
            </small>
            {visit.inspectors.length > 0 && <small>{visit.inspectors.join('; ')}</small>}
            {visit.cancelledBecause && (
              <small>{t('app.inspection.cancelled', { because: visit.cancelledBecause })}</small>
            )}
          </div>
          <VisitMark visit={visit} isWaiting={waitingOf(items, visit.id) !== undefined} />
        </li>
      ))}
    </ul>
  )
}

function VisitMark({ visit, isWaiting }: { visit: VisitLine; isWaiting: boolean }) {
  const { t, number } = useWords()
  if (isWaiting) return <StateMark state="queued" word={t('app.inspection.waiting')} />
  if (visit.state === 'cancelled')
    return <StateMark state="locked" word={t('app.inspection.cancelledMark')} />
  if (visit.state === 'planned')
    return visit.plannedOn < todayHere() ? (
      <StateMark state="look" word={t('app.inspection.notRecorded')} />
    ) : (
      <StateMark state="missing" word={t('app.inspection.toCome')} />
    )
  const { findings, open } = visit
  if (findings === 0) return <StateMark state="approved" word={t('app.inspection.nothingFound')} />
  return open === 0 ? (
    <StateMark state="approved" word={t('app.inspection.allMended', { count: number(findings) })} />
  ) : (
    <StateMark
      state="look"
      word={t('app.inspection.openOf', { open: number(open), count: number(findings) })}
    />
  )
}
