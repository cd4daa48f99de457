import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf, useRead } from '#web/sync/use-read.ts'
import { getRound } from '../../api/rounds.ts'
import { getTable } from '../../api/scoring.ts'
import { RoundFacts } from '../rounds/round-facts.tsx'
import classes from './council.module.css'
import { CouncilTable } from './council-table.tsx'
import { DecideUnits } from './decide-units.tsx'
import { COLUMNS, type Column } from './rules/figures.ts'

type Part = z.infer<typeof getTable.output>

/** What the council decides on: every unit by area, at the stage that is looked at, and what counts now. */
export function CouncilPage() {
  const { t } = useWords()
  const { round } = useParams({ strict: false }) as { round: string }
  const { show } = useSearch({ strict: false }) as { show?: string }
  const go = useNavigate()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { data: pages, error, refetch, ...more } = useTable(String(round))
  const mayDecide = useRead(getRound, { round: String(round) }).data?.may.includes('decide') ?? false
  const head = pages?.[0]
  const rows = pages?.flatMap((page) => page.rows) ?? []
  const column: Column = COLUMNS.find((one) => one === show) ?? 'counted'
  const chosen = rows.filter(({ code }) => ticked.has(code))
  return (
    <>
      <PageHead
        title={head ? t('app.council.of', { round: head.round.name }) : t('app.council.title')}
        facts={head && <RoundFacts round={head.round} />}
        actions={
          mayDecide && <DecideUnits round={String(round)} rows={chosen} onDone={() => setTicked(new Set())} />
        }
      />
      {error && !head && <ErrorNote problem={error} retry={refetch} />}
      {!head && !error && <LoadingBars rows={10} />}
      {head && (
        <>
          <div className={classes.tools}>
            <SegmentedControl
              aria-label={t('app.council.which')}
              value={column}
              data={COLUMNS.map((value) => ({ value, label: t(`app.council.show.${value}`) }))}
              onChange={(value) =>
                go({ to: '.', search: (old: object) => ({ ...old, show: value }), replace: true } as never)
              }
            />
            <p>{t('app.council.hint')}</p>
          </div>
          <CouncilTable
            head={head}
            rows={rows}
            column={column}
            {...(mayDecide && { ticked, onTick: setTicked })}
          />
          {more.hasNextPage && (
            <Button
              variant="default"
              m="sm"
              loading={more.isFetchingNextPage}
              onClick={() => more.fetchNextPage()}
            >
              {t('app.rounds.more')}
            </Button>
          )}
        </>
      )}
    </>
  )
}

function useTable(round: string) {
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, Part[], unknown[], string | undefined>({
    queryKey: [nameOf(getTable), { round }],
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(getTable, { round, after, limit: 100 }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}
