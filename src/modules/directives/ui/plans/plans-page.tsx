import { Button, Checkbox, Select } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { PlanHorizon, PlanState } from '../../schema.ts'
import { keepPlace } from '../register/directive-link.tsx'
import { PlanRow } from './plan-row.tsx'
import classes from './plans.module.css'
import { type PlanFilters, usePlanFilters, usePlans } from './use-plans.ts'

/** Plans of the chosen unit and of all below it, and how far they are. */
export function PlansPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const { may } = useMe()
  const filters = usePlanFilters()
  const { data: pages, error, refetch, ...more } = usePlans(filters)
  const plans = pages?.flatMap((page) => page.plans)
  return (
    <>
      <PageHead
        title={t('app.plans.title')}
        facts={<span>{filters.isEvery ? t('app.plans.every') : tellPeriod(t, period)}</span>}
        actions={
          may('plan.save') && (
            <Button component={Link} {...({ to: '/plans/new', search: keepPlace } as object)}>
              {t('app.plans.new')}
            </Button>
          )
        }
      />
      <Tools filters={filters} />
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.plans.chooseUnit')}</EmptyNote>}
        {error && !plans && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !plans && !error && <LoadingBars rows={8} />}
        {plans?.length === 0 && <EmptyNote>{t('app.plans.none')}</EmptyNote>}
        {plans && plans.length > 0 && (
          <ul className={classes.list} aria-label={t('app.plans.title')}>
            {plans.map((plan) => (
              <PlanRow key={plan.id} plan={plan} />
            ))}
          </ul>
        )}
        {more.hasNextPage && (
          <Button
            variant="default"
            mt="sm"
            loading={more.isFetchingNextPage}
            onClick={() => more.fetchNextPage()}
          >
            {t('app.plans.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function Tools({ filters: { horizon, state, isLate, isEvery, ask } }: { filters: PlanFilters }) {
  const { t } = useWords()
  return (
    <search className={classes.tools} aria-label={t('app.plans.filters')}>
      <Select
        clearable
        aria-label={t('app.plans.horizon')}
        placeholder={t('app.plans.horizon')}
        value={horizon ?? null}
        data={PlanHorizon.options.map((value) => ({ value, label: t(`app.plans.horizon.${value}`) }))}
        onChange={(value) => ask({ horizon: value ?? undefined })}
      />
      <Select
        clearable
        aria-label={t('app.plans.state')}
        placeholder={t('app.plans.state')}
        value={state ?? null}
        data={PlanState.options.map((value) => ({ value, label: t(`app.plans.state.${value}`) }))}
        onChange={(value) => ask({ state: value ?? undefined })}
      />
      <Checkbox
        label={t('app.plans.lateOnly')}
        checked={isLate}
        onChange={({ currentTarget: { checked } }) => ask({ late: checked ? 'true' : undefined })}
      />
      <Checkbox
        label={t('app.plans.every')}
        checked={isEvery}
        onChange={({ currentTarget: { checked } }) => ask({ every: checked ? 'true' : undefined })}
      />
    </search>
  )
}
