import { Button, SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from '../grading.module.css'
import { linkTo } from '../links.tsx'
import { GradingRow } from './grading-row.tsx'
import { type GradingFilters, useGradingFilters, useGradings } from './use-gradings.ts'

/** Gradings of organisations and people that concern the chosen unit, and how far each is. */
export function GradingsPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const filters = useGradingFilters()
  const { data: pages, error, refetch, ...more } = useGradings(filters)
  const gradings = pages?.flatMap((page) => page.gradings)
  return (
    <>
      <PageHead
        title={t('app.gradings.title')}
        facts={<span>{tellPeriod(t, period)}</span>}
        actions={
          pages?.[0]?.mayOpen && (
            <Button component={Link} {...linkTo('/gradings/new')}>
              {t('app.gradings.open')}
            </Button>
          )
        }
      />
      <Tools filters={filters} />
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.gradings.chooseUnit')}</EmptyNote>}
        {error && !gradings && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !gradings && !error && <LoadingBars rows={8} />}
        {gradings?.length === 0 && <EmptyNote>{t('app.gradings.noneYet')}</EmptyNote>}
        {gradings && gradings.length > 0 && (
          <ul className={classes.list} aria-label={t('app.gradings.title')}>
            {gradings.map((grading) => (
              <GradingRow key={grading.id} grading={grading} />
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
            {t('app.gradings.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function Tools({ filters: { subjects, ask } }: { filters: GradingFilters }) {
  const { t } = useWords()
  return (
    <search className={classes.tools} aria-label={t('app.gradings.filters')}>
      <SegmentedControl
        aria-label={t('app.gradings.whom')}
        value={subjects ?? 'all'}
        data={(['all', 'units', 'people'] as const).map((value) => ({
          value,
          label: t(`app.gradings.whom.${value}`),
        }))}
        onChange={(value) => ask({ subjects: value === 'units' || value === 'people' ? value : undefined })}
      />
    </search>
  )
}
