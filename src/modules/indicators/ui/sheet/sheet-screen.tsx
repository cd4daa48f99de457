import { useMemo, useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { FormHead } from '../../api/sheet.ts'
import { VersionsPanel } from '../versions/versions-panel.tsx'
import { OneUnit } from './grid/one-unit.tsx'
import { SheetGrid } from './grid/sheet-grid.tsx'
import { useSnap } from './grid/use-snap.ts'
import { CellBar } from './parts/cell-bar.tsx'
import { ConflictPanel } from './parts/conflict-panel.tsx'
import { OutboxWatch } from './parts/outbox-watch.tsx'
import { PastePreview } from './parts/paste-preview.tsx'
import { SendPanel } from './parts/send-panel.tsx'
import { SheetTop } from './parts/sheet-top.tsx'
import { StatusLine } from './parts/status-line.tsx'
import { columnPeriod } from './rules/column-period.ts'
import classes from './sheet-screen.module.css'
import { ALL, FOCUS } from './store/sheet-store.ts'
import { usePhone } from './use-phone.ts'
import { useSheet } from './use-sheet.ts'
import { useVersions } from './use-versions.ts'

type Props = { head: FormHead; unit: string; period: string }
export type SidePane = { kind: 'send' } | { kind: 'versions' | 'conflict'; row: number } | null

/** The sheet with everything around it: what it is, the chosen cell in words, panels beside, the state below. */
export function SheetScreen({ head, unit, period }: Props) {
  const { t, lang } = useWords()
  const { sheet, read, answer, autosave, label } = useSheet({ form: head.code, unit, period })
  const [pane, setPane] = useState<SidePane>(null)
  const [table, setTable] = useState<string[][] | null>(null)
  const [view, setView] = useState<'all' | 'one'>('all')
  const isPhone = usePhone()
  const close = () => setPane(null)
  const endPaste = () => {
    setTable(null)
    setTimeout(() => sheet.topics.tell(FOCUS))
  }
  const versions = useVersions(sheet, pane?.kind === 'versions' ? pane.row : null)
  const count = useSnap(sheet, ALL, () => sheet.rows.length)
  const isUpright = isPhone || view === 'one' || count === 1
  const name = lang === 'en' ? (head.nameEn ?? head.name) : head.name
  const before = answer?.previousPeriod ?? ''
  const periods = useMemo(
    () => ({ now: columnPeriod(period), before: columnPeriod(before) }),
    [period, before],
  )
  const grid = {
    sheet,
    label: name,
    periods,
    onPaste: setTable,
    onSend: () => setPane({ kind: 'send' }),
    onHistory: () => setPane({ kind: 'versions', row: sheet.selected.at.row }),
  }
  return (
    <div className={classes.screen}>
      <div className={classes.sheet}>
        <SheetTop
          name={name}
          answer={answer}
          count={count}
          view={isUpright ? 'one' : 'all'}
          onView={isPhone || count < 2 ? null : setView}
          unit={unit}
          period={period}
          form={head.code}
          pane={pane?.kind ?? null}
          onVersions={grid.onHistory}
          onSend={grid.onSend}
        />
        {read.isError && !answer && (
          <ErrorNote problem={read.error} safe={t('app.error.safe')} retry={() => read.refetch()} />
        )}
        {!answer && !read.isError && <LoadingBars rows={14} />}
        {answer?.rows.length === 0 && <EmptyNote>{t('app.sheet.noUnits')}</EmptyNote>}
        {answer && count > 0 && (
          <>
            <CellBar sheet={sheet} onSettle={(row) => setPane({ kind: 'conflict', row })} />
            {isUpright ? (
              <OneUnit {...grid} />
            ) : (
              <SheetGrid {...grid} whole={t('app.sheet.total')} isPart={answer.nextCursor !== null} />
            )}
            <StatusLine sheet={sheet} />
          </>
        )}
      </div>
      <OutboxWatch sheet={sheet} onGone={() => read.refetch()} />
      {table && <PastePreview sheet={sheet} table={table} onClose={endPaste} />}
      {pane?.kind === 'send' && (
        <SendPanel
          sheet={sheet}
          autosave={autosave.current}
          label={label}
          onClose={close}
          onSent={() => read.refetch()}
        />
      )}
      {pane?.kind === 'conflict' && (
        <ConflictPanel sheet={sheet} row={pane.row} onClose={close} onSettled={() => read.refetch()} />
      )}
      {versions && <VersionsPanel {...versions} onClose={close} />}
    </div>
  )
}
