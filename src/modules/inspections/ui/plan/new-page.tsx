import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Day, minDay, OPEN_END } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { EmptyNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { listInspections, planInspection } from '../../api/plan.ts'
import { listVisits } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { todayHere } from '../today.ts'
import { newPlan, visitsOf } from './plan-draft.ts'
import { PlanForm } from './plan-form.tsx'

/** Today, or the last day of a chosen period that is over: the units are those of then. */
const dayIn = (period: string): Day => minDay(todayHere(), parsePeriod(period)?.endsOn ?? OPEN_END)

/** Plans an inspection of the chosen unit and those below it. */
export function NewInspectionPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const go = useNavigate()
  const [first] = useState(() => newPlan(dayIn(period), crypto.randomUUID()))
  const { run, isBusy, problem } = useWrite(planInspection, {
    refreshes: [listInspections, listVisits],
    onDone: ({ data }) =>
      go({ to: '/inspections/$id', params: { id: data.id }, search: (old: object) => old } as never),
  })
  return (
    <>
      <PageHead title={t('app.inspection.plan')} facts={t('app.inspection.plan.facts')} />
      <div className={classes.page}>
        {unit === null ? (
          <EmptyNote>{t('app.inspection.chooseUnit')}</EmptyNote>
        ) : (
          <PlanForm
            first={first}
            owner={unit}
            isNew
            problem={problem}
            isBusy={isBusy}
            onSave={({ directive, name, purpose, startsOn, endsOn, rows }) =>
              run({
                ...{ unit, name, purpose, startsOn, endsOn },
                directive: directive!.id,
                visits: visitsOf(rows),
              })
            }
          />
        )}
      </div>
    </>
  )
}
