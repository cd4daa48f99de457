import { useParams } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { changePlan, getPlan } from '../../../api/plans.ts'
import { draftOf } from '../rules/plan-draft.ts'
import { useOpenPlan } from '../use-open-plan.ts'
import { REFRESHED } from '../use-plans.ts'
import classes from './draft.module.css'
import { PlanForm } from './plan-form.tsx'

/** The draft of a plan as fields. An issued plan stays as it was signed. */
export function EditPlanPage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useEtagRead(getPlan, { id })
  const open = useOpenPlan()
  const { run, isBusy, problem } = useWrite(changePlan, { refreshes: REFRESHED, onDone: () => open(id) })
  const plan = read?.data.id === id ? read.data : undefined
  return (
    <>
      <PageHead
        title={t('app.plans.edit')}
        facts={
          plan && (
            <>
              <span>{plan.unit.name}</span>
              <span>{tellPeriod(t, plan.period)}</span>
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !plan && <ErrorNote problem={error} retry={refetch} />}
        {!plan && !error && <LoadingBars rows={8} />}
        {plan && !plan.may.includes('change') && <EmptyNote>{t('app.plans.notChanged')}</EmptyNote>}
        {plan?.may.includes('change') && (
          <PlanForm
            key={plan.id}
            id={plan.id}
            start={draftOf(plan)}
            problem={problem}
            isBusy={isBusy}
            onCancel={() => open(id)}
            onSave={(content) => run({ id, ...content }, { ifMatch: read?.etag ?? undefined })}
          />
        )}
      </div>
    </>
  )
}
