import { Button, SegmentedControl, Select } from '@mantine/core'
import { IconMailForward } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listForms } from '../../api/sheet.ts'
import { OpenForm } from '../cutoff/open-form.tsx'
import { periodsWithin } from '../sheet/rules/period-for.ts'
import classes from './board.module.css'
import { BoardTable } from './board-table.tsx'
import { GroupTable } from './group-table.tsx'
import { type BoardPart, FILTERS, useBoard, useBoardFilters } from './use-board.ts'

/** Who has sent what, and when: the units below the chosen one, by form. */
export function BoardPage() {
  const { t, number } = useWords()
  const { unit, period } = useSelection()
  const [isOpening, setOpening] = useState(false)
  const { form, only, view, ask } = useBoardFilters()
  const { data: pages, error, refetch, ...more } = useBoard({ period, unit, form, only })
  const board = pages?.[0]
  const may = useMe().may('opening.create')
  const expected = Math.max(0, ...(board?.forms.map(({ count }) => count.expected) ?? []))
  return (
    <>
      <PageHead
        title={t('app.board.title')}
        facts={
          <>
            <span>{tellPeriod(t, period)}</span>
            {board && <span>{t('app.board.facts', { count: number(expected) })}</span>}
          </>
        }
        actions={
          may && (
            <Button leftSection={<IconMailForward size={16} aria-hidden />} onClick={() => setOpening(true)}>
              {t('app.opening.open')}
            </Button>
          )
        }
      />
      <Tools board={board} form={form} only={only} view={view} ask={ask} />
      {error && !board && <ErrorNote problem={error} retry={refetch} />}
      {!board &&
        !error &&
        (unit ? <LoadingBars rows={12} /> : <EmptyNote>{t('app.board.chooseUnit')}</EmptyNote>)}
      {board && <Body board={board} pages={pages} only={only} view={view} more={more} />}
      {isOpening && unit && <OpenForm unit={unit} period={period} onClose={() => setOpening(false)} />}
    </>
  )
}

type Filters = Omit<ReturnType<typeof useBoardFilters>, 'ask'>
type More = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown }

function Body({
  board,
  pages,
  only,
  view,
  more,
}: Pick<Filters, 'only' | 'view'> & { board: BoardPart; pages: BoardPart[]; more: More }) {
  const { t } = useWords()
  const rows = pages.flatMap((page) => page.rows)
  if (board.forms.length === 0) return <EmptyNote>{t('app.board.noForms')}</EmptyNote>
  if (board.groups.length > 0 && view !== 'units' && !only) return <GroupTable board={board} />
  if (rows.length === 0) return <EmptyNote>{t('app.board.noneSo')}</EmptyNote>
  return (
    <BoardTable
      board={board}
      rows={rows}
      hasMore={more.hasNextPage}
      onMore={() => !more.isFetchingNextPage && more.fetchNextPage()}
    />
  )
}

function Tools({
  board,
  form,
  only,
  view,
  ask,
}: ReturnType<typeof useBoardFilters> & { board: BoardPart | undefined }) {
  const { t, lang } = useWords()
  const { period } = useSelection()
  const forms = useRead(listForms, {}, { offline: true }).data?.forms ?? []
  const ofPeriod = forms.filter((one) => periodsWithin(one.frequency, period).includes(period))
  const isGrouped = (board?.groups.length ?? 0) > 0
  return (
    <div className={classes.tools}>
      <Periods frequencies={[...new Set(forms.map((one) => one.frequency))]} />
      {isGrouped && (
        <SegmentedControl
          value={only ? 'units' : (view ?? 'groups')}
          onChange={(value) => ask({ view: value === 'units' ? 'units' : undefined, only: undefined })}
          data={['groups', 'units'].map((value) => ({ value, label: t(`app.board.view.${value}`) }))}
        />
      )}
      {ofPeriod.length > 1 && (
        <Select
          aria-label={t('app.board.form')}
          placeholder={t('app.board.allForms')}
          clearable
          w={220}
          value={form ?? null}
          data={ofPeriod.map((one) => ({
            value: one.code,
            label: (lang === 'en' && one.nameEn) || one.name,
          }))}
          onChange={(value) => ask({ form: value ?? undefined })}
        />
      )}
      <Select
        aria-label={t('app.board.only')}
        placeholder={t('app.board.all')}
        clearable
        w={170}
        value={only ?? null}
        data={FILTERS.map((value) => ({
          value,
          label: t(`app.state.${value === 'overdue' ? 'late' : value}`),
        }))}
        onChange={(value) => ask({ only: FILTERS.find((one) => one === value) })}
      />
    </div>
  )
}

/** The periods of the chosen year in which some form is asked. */
function Periods({ frequencies }: { frequencies: Parameters<typeof periodsWithin>[0][] }) {
  const { t } = useWords()
  const { period, select } = useSelection()
  const year = period.slice(0, 4)
  const periods = [...new Set(frequencies.flatMap((frequency) => periodsWithin(frequency, year)))]
  if (periods.length < 2 && periods.includes(period)) return null
  return (
    <ul className={classes.periods} aria-label={t('app.board.periods')}>
      {periods.map((code) => (
        <li key={code}>
          <button type="button" aria-pressed={code === period} onClick={() => select({ period: code })}>
            {tellPeriod(t, code, 'short')}
          </button>
        </li>
      ))}
    </ul>
  )
}
