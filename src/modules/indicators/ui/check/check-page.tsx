import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getBoard } from '../../api/board.ts'
import type { FormEntry } from '../forms/rules/form-entries.ts'
import { useFormStates } from '../forms/use-form-states.ts'
import classes from './check.module.css'
import { CheckQueue } from './check-queue.tsx'
import { CheckReport } from './check-report.tsx'

/** Reports that were sent, one after the other: a judgement for each value, then the decision. */
export function CheckPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const { entries, problem, retry } = useFormStates(unit, period)
  const search = useSearch({ strict: false }) as { form?: string; of?: string; report?: string }
  const entry =
    entries?.find((one) => one.form.code === search.form && (!search.of || one.period === search.of)) ??
    busiest(entries)
  if (!unit) return <EmptyNote>{t('app.sheet.chooseUnit')}</EmptyNote>
  if (problem && !entries) return <ErrorNote problem={problem} retry={retry} />
  if (!entries) return <LoadingBars rows={8} />
  if (!entry)
    return (
      <>
        <PageHead title={t('app.check.title')} />
        <EmptyNote>{t('app.forms.none')}</EmptyNote>
      </>
    )
  return (
    <CheckForm
      key={`${unit} ${entry.form.code} ${entry.period}`}
      unit={unit}
      entry={entry}
      entries={entries}
      asked={search.report}
    />
  )
}

const waiting = ({ own, count }: FormEntry) =>
  own ? (own.state === 'submitted' ? 1 : 0) : count ? count.submitted - count.approved : 0

/** The form with most to check; the first when there is nothing. */
const busiest = (entries: readonly FormEntry[] | undefined): FormEntry | undefined =>
  entries?.reduce<FormEntry | undefined>(
    (most, one) => (!most || waiting(one) > waiting(most) ? one : most),
    undefined,
  )

type Props = { unit: string; entry: FormEntry; entries: FormEntry[]; asked: string | undefined }

function CheckForm({ unit, entry, entries, asked }: Props) {
  const { t } = useWords()
  const go = useNavigate()
  const { form, period } = entry
  const board = useRead(getBoard, { period, unit, form: form.code, limit: 200 })
  const [done, setDone] = useState<string | null>(null)
  const rows = (board.data?.rows ?? []).map(({ unit: of, cells }) => ({ unit: of, cell: cells[0] ?? null }))
  const queue = rows.filter(({ cell }) => cell?.state === 'submitted')
  const chosen = rows.find(({ unit: of }) => of.code === asked) ?? queue[0] ?? null
  const open = (change: { form?: string; of?: string; report?: string | undefined }) =>
    go({
      to: '.',
      search: (old: Record<string, unknown>) => ({ ...old, report: undefined, ...change }),
    } as never)
  const step = (by: 1 | -1) => {
    const at = queue.findIndex(({ unit: of }) => of.code === chosen?.unit.code)
    const next = queue[at + by] ?? (at < 0 ? queue[0] : undefined)
    if (next) open({ report: next.unit.code })
  }
  return (
    <Panes
      listLabel={t('app.check.queue')}
      list={
        <CheckQueue
          entries={entries}
          entry={entry}
          rows={rows}
          chosen={chosen?.unit.code ?? null}
          isMore={board.data?.nextCursor != null}
          onForm={(one) => open({ form: one.form.code, of: one.period })}
          onReport={(report) => open({ report })}
        />
      }
    >
      {board.isError && <ErrorNote problem={board.error} retry={() => board.refetch()} />}
      {!board.data && !board.isError && <LoadingBars rows={8} />}
      {board.data && !chosen && (
        <>
          <PageHead title={t('app.check.title')} />
          {done && (
            <p className={classes.told} role="status">
              {done}
            </p>
          )}
          <EmptyNote>{t('app.check.empty')}</EmptyNote>
        </>
      )}
      {chosen && (
        <CheckReport
          key={chosen.unit.code}
          form={form}
          period={period}
          unit={chosen.unit}
          around={unit}
          told={done}
          onStep={step}
          onDone={(words) => {
            setDone(words)
            board.refetch()
          }}
        />
      )}
    </Panes>
  )
}
