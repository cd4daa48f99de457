import { Button, SegmentedControl, Select } from '@mantine/core'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { ChooseDirective } from '../choose-directive.tsx'
import classes from './duties.module.css'
import { DutyRow } from './duty-row.tsx'
import { type DutyFilters, SHOWS, useDuties, useDutyFilters } from './use-duties.ts'

/** What is asked of the chosen unit and of all below it, the overdue first. */
export function DutiesPage() {
  const { t } = useWords()
  const { unit } = useSelection()
  const { ask, ...filters } = useDutyFilters()
  const { data: pages, error, refetch, ...more } = useDuties(filters)
  const lines = pages?.flatMap(({ duties }) => duties)
  return (
    <>
      <PageHead title={t('app.duties.title')} />
      <Tools filters={filters} ask={ask} />
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.duties.chooseUnit')}</EmptyNote>}
        {error && !lines && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !lines && !error && <LoadingBars rows={10} />}
        {lines?.length === 0 && (
          <EmptyNote>{t(filters.show === 'todo' ? 'app.duties.noneToDo' : 'app.duties.none')}</EmptyNote>
        )}
        <ul className={classes.list} aria-label={t('app.duties.title')}>
          {lines?.map((line) => (
            <DutyRow key={line.id} line={line} />
          ))}
        </ul>
        {more.hasNextPage && (
          <Button
            variant="default"
            mt="sm"
            loading={more.isFetchingNextPage}
            onClick={() => more.fetchNextPage()}
          >
            {t('app.duties.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function Tools({ filters, ask }: { filters: DutyFilters; ask: ReturnType<typeof useDutyFilters>['ask'] }) {
  const { t } = useWords()
  return (
    <search className={classes.tools} aria-label={t('app.duties.filters')}>
      <SegmentedControl
        aria-label={t('app.duties.whose')}
        value={filters.whose}
        data={[
          { value: 'all', label: t('app.duties.whose.all') },
          { value: 'self', label: t('app.duties.whose.self') },
        ]}
        onChange={(whose) => ask({ whose: whose === 'self' ? 'self' : undefined })}
      />
      <Select
        allowDeselect={false}
        aria-label={t('app.duties.show')}
        value={filters.show}
        data={SHOWS.map((value) => ({ value, label: t(`app.duties.show.${value}`) }))}
        onChange={(show) => ask({ show: SHOWS.find((one) => one === show) })}
      />
      <ChooseDirective
        hideLabel
        className={classes.directive}
        label={t('app.duties.directive')}
        value={filters.directive ?? null}
        onChange={(chosen) => ask({ directive: chosen?.id, duty: undefined })}
      />
    </search>
  )
}
