import { Button, SegmentedControl, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listFindings } from '../../api/findings.ts'
import { FINDING_KINDS, type FindingKind } from '../../schema.ts'
import { FindingCard } from '../findings/finding-card.tsx'
import classes from '../inspections.module.css'
import { useFilters, WHICH, type Which } from './use-filters.ts'

const PAGE = 30

function useFindings(asked: { unit: string; which: Which; kind: FindingKind | undefined }) {
  return useInfiniteQuery({
    queryKey: [nameOf(listFindings), asked],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) =>
      (
        await call(
          listFindings,
          { ...asked, limit: PAGE, ...(pageParam && { after: pageParam }) },
          { signal },
        )
      ).data,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
}

/** What was found at the chosen unit and below, and where each stands. */
export function FindingList({ unit }: { unit: string }) {
  const { t, number } = useWords()
  const { which, kind, ask } = useFilters()
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useFindings({
    unit,
    which,
    kind,
  })
  const totals = data?.pages[0]?.totals
  const found = data?.pages.flatMap((page) => page.findings) ?? []
  return (
    <>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={t('app.inspection.which')}
          value={which}
          data={WHICH.map((value) => ({
            value,
            label: t(`app.inspection.which.${value}`, { count: totals ? number(totals[value]) : '' }),
          }))}
          onChange={(value) => ask({ which: value as Which })}
        />
        <Select
          aria-label={t('app.inspection.kind')}
          placeholder={t('app.inspection.kind.all')}
          clearable
          value={kind ?? null}
          data={FINDING_KINDS.map((value) => ({ value, label: t(`app.inspection.kind.${value}`) }))}
          onChange={(value) => ask({ kind: (value ?? undefined) as FindingKind | undefined })}
        />
      </div>
      {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
      {!data && !error && <LoadingBars rows={8} />}
      {data && found.length === 0 && <EmptyNote>{t('app.inspection.findings.none')}</EmptyNote>}
      <ul className={classes.cards}>
        {found.map((finding) => (
          <FindingCard key={finding.id} finding={finding} may={[]} withPlace />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t('app.inspection.more')}
        </Button>
      )}
    </>
  )
}
