import { Button, SegmentedControl } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { listYears } from '../../../api/grade-years.ts'
import classes from '../grading.module.css'
import { usePages } from '../use-pages.ts'
import { YearsTable } from './years-table.tsx'

/** Grades of the chosen unit's organisations or people over the years, through changes of unit and of rules. */
export function YearsPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const search = useSearch({ strict: false }) as { subjects?: string }
  const subjects = search.subjects === 'people' ? 'people' : 'units'
  const go = useNavigate()
  const {
    data: pages,
    error,
    refetch,
    ...more
  } = usePages(listYears, { unit: unit ?? '', subjects, period, limit: 100 }, unit !== null)
  const rows = pages?.flatMap((page) => page.rows)
  return (
    <>
      <PageHead
        title={t('app.gradeYears.title')}
        facts={
          <span>{t('app.gradeYears.facts', { period: tellPeriod(t, period).toLocaleLowerCase() })}</span>
        }
      />
      <search className={classes.tools} aria-label={t('app.gradings.filters')}>
        <SegmentedControl
          aria-label={t('app.gradings.whom')}
          value={subjects}
          data={(['units', 'people'] as const).map((value) => ({
            value,
            label: t(`app.gradings.whom.${value}`),
          }))}
          onChange={(value) =>
            go({ to: '.', search: (old: object) => ({ ...old, subjects: value }), replace: true } as never)
          }
        />
      </search>
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.gradings.chooseUnit')}</EmptyNote>}
        {error && !rows && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !rows && !error && <LoadingBars rows={8} />}
        {rows?.length === 0 && <EmptyNote>{t(`app.gradeYears.none.${subjects}`)}</EmptyNote>}
        {rows && rows.length > 0 && <YearsTable rows={rows} />}
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
