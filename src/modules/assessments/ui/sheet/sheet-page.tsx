import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { usePhone } from '#modules/indicators/ui/sheet/use-phone.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Sheet } from '../../api/scoring.ts'
import { RoundFacts } from '../rounds/round-facts.tsx'
import { Adjustment } from './adjustment.tsx'
import { CriteriaList } from './criteria-list.tsx'
import { CriteriaTable, focusRow } from './criteria-table.tsx'
import { CriterionPanel } from './criterion-panel.tsx'
import { criteriaOf, FILTERS, type Filter, filtered, nextOpen, stepFrom } from './rules/sheet-view.ts'
import classes from './sheet.module.css'
import { SheetActs } from './sheet-acts.tsx'
import { SheetFilter, SheetSums } from './sheet-head.tsx'
import { type SheetKey, useSay, useSheet } from './use-sheet.ts'

/** All scores of one unit in a round; where it stands open, the place where they are said. */
export function SheetPage() {
  const { t } = useWords()
  const { round, unit } = useParams({ strict: false }) as SheetKey
  const key = { round: String(round), unit: String(unit) }
  const read = useSheet(key)
  const { sheet, error, refetch } = read
  if (!sheet)
    return (
      <>
        <PageHead title={t('app.score.sheet')} />
        {error ? <ErrorNote problem={error} retry={refetch} /> : <LoadingBars rows={12} />}
      </>
    )
  return <OpenSheet key={`${key.round} ${key.unit}`} of={key} read={{ ...read, sheet }} />
}

type Props = { of: SheetKey; read: ReturnType<typeof useSheet> & { sheet: Sheet } }

function OpenSheet({ of, read: { sheet, waiting } }: Props) {
  const { t } = useWords()
  const go = useNavigate()
  const search = useSearch({ strict: false }) as { c?: string | number; show?: string }
  const isPhone = usePhone()
  const saying = useSay(of)
  const panel = useRef<HTMLDivElement>(null)
  const filter: Filter = FILTERS.find((one) => one === search.show) ?? 'all'
  const areas = filtered(sheet.areas, filter)
  const criteria = criteriaOf(sheet)
  const asked = search.c === undefined ? null : String(search.c)
  const chosen = criteria.find(({ code }) => code === asked) ?? (isPhone ? undefined : areas[0]?.criteria[0])
  const ask = (change: { c?: string | undefined; show?: string | undefined }) =>
    go({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: !isPhone } as never)
  const choose = (c: string | undefined) => ask({ c })
  const enter = () =>
    panel.current?.querySelector<HTMLElement>('form input, form textarea, form button')?.focus()
  const codes = areas.flatMap((area) => area.criteria.map(({ code }) => code))
  const step = (by: 1 | -1) => stepFrom(codes, chosen?.code ?? null, by)
  const beside = chosen && (
    <CriterionPanel
      key={chosen.code}
      of={of}
      round={sheet.round}
      unitName={sheet.unit.name}
      criterion={chosen}
      criteria={criteria}
      evidence={sheet.evidence}
      mayAdd={sheet.may.includes('evidence')}
      waiting={waiting.get(chosen.code)}
      saying={saying}
      panel={panel}
      onSaid={() => {
        const next = isPhone
          ? undefined
          : nextOpen(
              areas.flatMap((area) => area.criteria),
              chosen.code,
            )
        if (next) choose(next)
        if (!isPhone) focusRow(next ?? chosen.code)
      }}
    />
  )
  const title = t('app.score.sheetOf', { round: sheet.round.name, unit: sheet.unit.name })
  if (isPhone && beside)
    return (
      <>
        <nav className={classes.phoneHead} aria-label={title}>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            onClick={() => choose(undefined)}
          >
            {t('app.score.all')}
          </Button>
          <span>
            <Button variant="default" disabled={!step(-1)} onClick={() => choose(step(-1))}>
              {t('app.score.back')}
            </Button>
            <Button variant="default" disabled={!step(1)} onClick={() => choose(step(1))}>
              {t('app.score.next')}
            </Button>
          </span>
        </nav>
        <h1 className="vh">{title}</h1>
        <div className={classes.phonePanel}>{beside}</div>
      </>
    )
  return (
    <div className={classes.page}>
      <div className={classes.work}>
        <PageHead
          title={title}
          facts={<RoundFacts round={sheet.round} sheet={sheet} />}
          actions={<SheetActs of={of} sheet={sheet} waiting={waiting.size} />}
        />
        {waiting.size > 0 && (
          <p className={classes.told} role="status">
            {t('app.score.waiting', { count: waiting.size })}
          </p>
        )}
        <div className={classes.headRow}>
          <SheetSums sheet={sheet} />
          <SheetFilter
            sheet={sheet}
            filter={filter}
            onFilter={(show) => ask({ show: show === 'all' ? undefined : show })}
          />
        </div>
        {areas.length === 0 && <EmptyNote>{t(`app.score.nothing.${filter}`)}</EmptyNote>}
        {isPhone ? (
          <CriteriaList areas={areas} waiting={waiting} onChoose={choose} />
        ) : (
          <div className={classes.scroll}>
            <CriteriaTable
              sheet={sheet}
              areas={areas}
              chosen={chosen?.code ?? null}
              waiting={waiting}
              isTwice={sheet.totals.reVerified.said > 0 || sheet.round.state === 'explain'}
              onChoose={choose}
              onEnter={enter}
            />
          </div>
        )}
        {sheet.adjustment && <Adjustment of={of} sheet={sheet} waiting={waiting.get('*')} saying={saying} />}
      </div>
      {!isPhone && (
        <aside className={classes.side} aria-label={t('app.score.one')}>
          {beside}
        </aside>
      )}
    </div>
  )
}
