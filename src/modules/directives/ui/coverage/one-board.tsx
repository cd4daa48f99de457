import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Coverage } from '../../api/coverage.ts'
import { STEPS } from '../../schema.ts'
import classes from './coverage.module.css'
import { LongTable } from './long-table.tsx'
import { OneRow } from './one-row.tsx'
import { type Order, sortBy } from './rules/order.ts'
import { SortHead } from './sort-head.tsx'
import { ExportMenu, Tools } from './tools.tsx'
import { type useCoverageFilters, useOneAsked, useOneBoard } from './use-coverage.ts'

type Props = ReturnType<typeof useCoverageFilters> & { directive: string }

/** One directive: units × steps, and how many days late. */
export function OneBoard(filters: Props) {
  const { t, day } = useWords()
  const { data: board, error, refetch } = useOneBoard(filters.directive, filters)
  const { id, ...asked } = useOneAsked(filters.directive, filters)
  const { unit } = useSelection()
  return (
    <>
      <PageHead
        title={board ? t('app.coverage.of', { number: board.directive }) : t('app.coverage.title')}
        facts={
          board && (
            <>
              <span>{board.issuer}</span>
              <span>{day(board.issuedOn)}</span>
              <span>{t('app.coverage.asOf', { day: day(board.on) })}</span>
            </>
          )
        }
        actions={board && <ExportMenu address={`/api/v1/directives/${id}/coverage`} asked={asked} />}
      />
      {board && <p className={classes.excerpt}>{board.excerpt}</p>}
      <Tools {...filters}>
        {unit && (
          <Checkbox
            label={t('app.coverage.everywhere')}
            checked={filters.everywhere}
            onChange={({ currentTarget: { checked } }) =>
              filters.ask({ everywhere: checked ? 'true' : undefined })
            }
          />
        )}
      </Tools>
      {error && !board && <ErrorNote problem={error} retry={refetch} />}
      {!board && !error && <LoadingBars rows={12} />}
      {board && <Body board={board} />}
      <Link className={classes.back} to={'/coverage' as never} search={withoutDirective as never}>
        {t('app.coverage.toAll')}
      </Link>
    </>
  )
}

const withoutDirective = ({ directive: _, ...rest }: Record<string, unknown>) => rest

function Body({ board }: { board: Coverage }) {
  const { t, compare } = useWords()
  const [order, setOrder] = useState<Order>('worst')
  if (board.totals.units === 0) return <EmptyNote>{t('app.coverage.nothingAsked')}</EmptyNote>
  if (board.units.length === 0) return <EmptyNote>{t('app.coverage.noneSo')}</EmptyNote>
  const rows = sortBy(
    board.units,
    order,
    ({ unitName, daysLate, done }) => ({ name: unitName, daysLate, isDone: done !== null }),
    compare,
  )
  return (
    <LongTable
      label={t('app.coverage.table')}
      columns={STEPS.length + 3}
      count={rows.length}
      head={<Heads totals={board.totals} order={order} sort={setOrder} />}
      row={(index) => <OneRow key={rows[index]!.unitId} row={rows[index]!} index={index} />}
    />
  )
}

type HeadProps = { totals: Coverage['totals']; order: Order; sort(order: Order): void }

/** Each step with how many units have come to it. */
function Heads({ totals, order, sort }: HeadProps) {
  const { t, number } = useWords()
  return (
    <thead>
      <tr>
        <SortHead
          label={t('app.coverage.unit')}
          isOn={order === 'name'}
          direction="up"
          onSort={() => sort('name')}
        />
        {STEPS.map((step) => (
          <th scope="col" key={step}>
            <span className={classes.step}>{t(`app.coverage.step.${step}`)}</span>
            <small>
              {t('app.coverage.share', { count: number(totals[step]), of: number(totals.units) })}
            </small>
            <span className="bar" aria-hidden>
              <i style={{ width: `${Math.floor((totals[step] * 100) / Math.max(1, totals.units))}%` }} />
            </span>
          </th>
        ))}
        <th scope="col">
          <span className={classes.step}>{t('app.coverage.due')}</span>
        </th>
        <SortHead
          label={t('app.coverage.late')}
          isOn={order === 'worst'}
          direction="down"
          onSort={() => sort('worst')}
        />
      </tr>
    </thead>
  )
}
