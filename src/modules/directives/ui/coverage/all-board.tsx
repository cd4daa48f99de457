import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { CoverageBoard } from '../../api/coverage.ts'
import { AllHeads, CountCells, DirectiveName } from './all-cells.tsx'
import { LongTable } from './long-table.tsx'
import { type Order, sortBy } from './rules/order.ts'
import { ExportMenu, Tools } from './tools.tsx'
import { useAllAsked, useAllBoard, type useCoverageFilters } from './use-coverage.ts'

const COLUMNS = 9

/** All directives that were issued in the chosen period, counted by unit or by directive. */
export function AllBoard(filters: ReturnType<typeof useCoverageFilters>) {
  const { t, day, number } = useWords()
  const { unit, period } = useSelection()
  const { data: pages, error, refetch, ...more } = useAllBoard(filters)
  const asked = useAllAsked(filters)
  const board = pages?.[0]
  return (
    <>
      <PageHead
        title={t('app.coverage.title')}
        facts={
          <>
            <span>{tellPeriod(t, period)}</span>
            {board && (
              <>
                <span>
                  {t('app.coverage.facts', {
                    directives: number(board.totals.directives),
                    units: number(board.totals.units),
                  })}
                </span>
                <span>{t('app.coverage.asOf', { day: day(board.on) })}</span>
              </>
            )}
          </>
        }
        actions={board && <ExportMenu address="/api/v1/coverage" asked={asked} />}
      />
      <Tools {...filters}>
        <SegmentedControl
          value={filters.by}
          onChange={(by) => filters.ask({ by: by === 'directives' ? 'directives' : undefined })}
          data={['units', 'directives'].map((value) => ({ value, label: t(`app.coverage.by.${value}`) }))}
        />
      </Tools>
      {error && !board && <ErrorNote problem={error} retry={refetch} />}
      {!board &&
        !error &&
        (unit ? <LoadingBars rows={12} /> : <EmptyNote>{t('app.coverage.chooseUnit')}</EmptyNote>)}
      {pages && board && (
        <Body
          pages={pages}
          by={filters.by}
          hasMore={more.hasNextPage}
          onMore={() => !more.isFetchingNextPage && more.fetchNextPage()}
        />
      )}
    </>
  )
}

type BodyProps = {
  pages: CoverageBoard[]
  by: 'units' | 'directives'
  hasMore: boolean
  onMore(): void
}

function Body({ pages, by, hasMore, onMore }: BodyProps) {
  const { t, compare } = useWords()
  const [order, setOrder] = useState<Order>('worst')
  const { totals } = pages[0]!
  const units = sortBy(
    pages.flatMap((page) => page.units),
    order,
    ({ unitName, daysLate, overdue }) => ({ name: unitName, daysLate, isDone: overdue === 0 }),
    compare,
  )
  const directives = pages.flatMap((page) => page.directives)
  const count = units.length + directives.length
  if (totals.asked === 0) return <EmptyNote>{t('app.coverage.nothingInPeriod')}</EmptyNote>
  if (count === 0) return <EmptyNote>{t('app.coverage.noneSo')}</EmptyNote>
  return (
    <LongTable
      label={t('app.coverage.table')}
      columns={COLUMNS}
      count={count}
      hasMore={hasMore}
      onMore={onMore}
      head={<AllHeads totals={totals} by={by} order={order} sort={setOrder} />}
      row={(index) => {
        const [unit, directive] = [units[index], directives[index]]
        const line = unit ?? directive
        return (
          line && (
            <tr key={unit?.unitId ?? directive?.id} aria-rowindex={index + 2}>
              <th scope="row">
                {unit && (
                  <>
                    {unit.unitName} <small>{unit.unitCode}</small>
                  </>
                )}
                {directive && <DirectiveName line={directive} />}
              </th>
              <CountCells line={line} />
            </tr>
          )
        )
      }}
    />
  )
}
