import { Button } from '@mantine/core'
import { useParams, useSearch } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { PublishedResult } from '../../api/results.ts'
import { AfterAppeals } from './after-appeals.tsx'
import { AreaCharts } from './area-charts.tsx'
import { ClassCounts } from './class-counts.tsx'
import { ExportMenu } from './export-menu.tsx'
import { RankTable } from './rank-table.tsx'
import { ResultFacts } from './result-facts.tsx'
import classes from './results.module.css'
import { useRanking } from './use-ranking.ts'
import { VersionPick } from './version-pick.tsx'

/** One published result: ranks against the period before, each area by itself, and what appeals changed. */
export function RankingPage() {
  const { t } = useWords()
  const { round } = useParams({ strict: false }) as { round: string }
  const { version } = useSearch({ strict: false }) as { version?: number | string }
  const asked = version === undefined ? undefined : Number(version)
  const { head, rows, error, refetch, ...more } = useRanking(String(round), asked)
  return (
    <>
      <PageHead
        title={head?.name ?? t('app.results.one')}
        facts={head && <ResultFacts result={head} />}
        actions={
          head && (
            <>
              <VersionPick history={head.history} version={head.version} />
              <ExportMenu round={head.id} version={head.version} />
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !head && <ErrorNote problem={error} retry={refetch} />}
        {!head && !error && <LoadingBars rows={12} />}
        {head && (
          <>
            <Section title={t('app.results.ranking')} aside={<ClassCounts result={head} />}>
              <RankTable result={head} rows={rows} />
              <Notes result={head} />
              {more.hasNextPage && (
                <Button
                  variant="default"
                  mt="sm"
                  loading={more.isFetchingNextPage}
                  onClick={() => more.fetchNextPage()}
                >
                  {t('app.rounds.more')}
                </Button>
              )}
            </Section>
            <AreaCharts result={head} rows={rows} />
            <AfterAppeals round={head.id} version={head.version} versions={head.versions} />
          </>
        )}
      </div>
    </>
  )
}

/** What a reader must know before ranks are compared. */
function Notes({ result }: { result: PublishedResult }) {
  const { t, number } = useWords()
  const { before, subjects, complete, scheme } = result
  const open = subjects - complete
  return (
    <ul className={classes.notes}>
      {scheme.isExternal && <li>{t('app.results.note.external')}</li>}
      {open > 0 && <li>{t('app.results.note.open', { count: open, open: number(open) })}</li>}
      {before && before.subjects !== subjects && (
        <li>
          {t('app.results.note.group', {
            period: tellPeriod(t, before.period),
            before: number(before.subjects),
            now: number(subjects),
          })}
        </li>
      )}
      {before?.isOtherVersion && (
        <li>{t('app.results.note.otherVersion', { period: tellPeriod(t, before.period) })}</li>
      )}
      <li>{t('app.results.note.rounded')}</li>
    </ul>
  )
}
