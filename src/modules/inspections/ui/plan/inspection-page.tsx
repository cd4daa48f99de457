import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { changeInspection, getInspection, type Inspection, listInspections } from '../../api/plan.ts'
import { getVisit, listVisits } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { VisitList } from '../list/visit-lists.tsx'
import { CloseDialog } from './close-dialog.tsx'
import { planOf, visitsOf } from './plan-draft.ts'
import { PlanForm } from './plan-form.tsx'

/** One inspection as far as it concerns the chosen unit: its visits, what was found, its end. */
export function InspectionPage() {
  const { t, day } = useWords()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { unit } = useSelection()
  const asked = { id, unit: unit ?? '' }
  const read = useEtagRead(getInspection, asked, { enabled: unit !== null, offline: true })
  const [open, setOpen] = useState<'plan' | 'close' | null>(null)
  const inspection = read.data?.data
  const etag = read.data?.etag ?? null
  // A plan is changed as a whole, so only by whoever sees the whole of it
  const seesAll = inspection !== undefined && inspection.owner.code === unit
  return (
    <>
      <PageHead
        title={inspection?.name ?? t('app.inspection.title')}
        facts={
          inspection && (
            <>
              <span>{inspection.owner.name}</span>
              <span>{t('app.inspection.under', { number: inspection.directive.number })}</span>
              <span>
                {day(inspection.startsOn)} – {day(inspection.endsOn)}
              </span>
            </>
          )
        }
        actions={
          seesAll &&
          open !== 'plan' && (
            <>
              {inspection.may.includes('change') && (
                <Button variant="default" onClick={() => setOpen('plan')}>
                  {t('app.inspection.changePlan')}
                </Button>
              )}
              {inspection.may.includes('close') && (
                <Button onClick={() => setOpen('close')}>{t('app.inspection.close')}</Button>
              )}
            </>
          )
        }
      />
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.inspection.chooseUnit')}</EmptyNote>}
        {read.error && !inspection && <ErrorNote problem={read.error} retry={() => read.refetch()} />}
        {unit !== null && !inspection && !read.error && <LoadingBars rows={8} />}
        {inspection && open === 'plan' && (
          <ChangePlan inspection={inspection} etag={etag} onDone={() => setOpen(null)} />
        )}
        {inspection && open !== 'plan' && <Body inspection={inspection} />}
        {inspection && open === 'close' && (
          <CloseDialog inspection={inspection} etag={etag} onClose={() => setOpen(null)} />
        )}
      </div>
    </>
  )
}

type Changing = { inspection: Inspection; etag: string | null; onDone(): void }

function ChangePlan({ inspection, etag, onDone }: Changing) {
  const [first] = useState(() => planOf(inspection))
  const [seen] = useState(etag ?? undefined)
  const { run, isBusy, problem } = useWrite(changeInspection, {
    refreshes: [getInspection, listInspections, listVisits, getVisit],
    onDone,
  })
  return (
    <PlanForm
      first={first}
      owner={inspection.owner.code}
      isNew={false}
      problem={problem}
      isBusy={isBusy}
      onSave={({ name, purpose, startsOn, endsOn, rows }) =>
        run(
          { id: inspection.id, ...{ name, purpose, startsOn, endsOn }, visits: visitsOf(rows) },
          { ifMatch: seen },
        )
      }
    />
  )
}

function Body({ inspection }: { inspection: Inspection }) {
  const { t, number, instant } = useWords()
  const { purpose, visits, findings, closed, list } = inspection
  return (
    <>
      {purpose && <p className={classes.prose}>{purpose}</p>}
      <p>
        {t('app.inspection.counts', {
          recorded: number(visits.recorded),
          visits: number(visits.all - visits.cancelled),
          findings: number(findings.all),
          open: number(findings.open),
        })}{' '}
        {findings.overdue > 0 && (
          <StateMark
            state="late"
            word={t('app.inspection.overdueCount', { count: number(findings.overdue) })}
          />
        )}
      </p>
      {closed && (
        <Section title={t('app.inspection.conclusion')}>
          <p className={classes.prose}>{closed.conclusion}</p>
          <small>
            {closed.for ? t('app.inspection.byFor', { by: closed.by, for: closed.for }) : closed.by},{' '}
            {instant(closed.at)}
          </small>
        </Section>
      )}
      <Section title={t('app.inspection.visits.count', { count: number(list.length) })}>
        <VisitList visits={list} within />
      </Section>
    </>
  )
}
