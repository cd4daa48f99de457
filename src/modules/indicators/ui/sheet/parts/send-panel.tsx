import { Button, Checkbox } from '@mantine/core'
import { useEffect, useMemo, useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useSnap } from '../grid/use-snap.ts'
import { type Readiness, readinessOf } from '../rules/readiness.ts'
import { type Autosave, handOver } from '../store/autosave.ts'
import { selectOne } from '../store/select.ts'
import { COUNTS, type SheetStore, viewAt } from '../store/sheet-store.ts'
import classes from './parts.module.css'
import { SendProblems } from './send-problems.tsx'
import { SidePanel } from './side-panel.tsx'

type Props = {
  sheet: SheetStore
  autosave: Autosave | null
  label(row: number): string
  onClose(): void
  onSent(): void
}

/** What still has to be looked at before sending, and the sending itself. */
export function SendPanel({ sheet, autosave, label, onClose, onSent }: Props) {
  const { t } = useWords()
  const me = useMe()
  const [isSaved, setSaved] = useState(false)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => {
    Promise.resolve(autosave?.flush()).then(() => setSaved(true))
  }, [autosave])
  const revision = useSnap(sheet, COUNTS, () => sheet.revision)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says that cells have changed
  const ready = useMemo(() => listReady(sheet), [sheet, revision])
  const fresh = ready.filter(({ row }) => me.may('report.submit') && sheet.rows[row])
  const chosen = fresh.filter(({ row, isBlocked }) => !isBlocked && !left.has(sheet.rows[row]!.unit.code))
  const send = async () => {
    setBusy(true)
    for (const { row } of chosen) await handOver(sheet, row, label(row), { submit: true })
    setBusy(false)
    setAsking(false)
    onSent()
  }
  const title = (row: number) => sheet.rows[row]!.unit.name
  const [only] = chosen
  const action =
    chosen.length === 1 && only
      ? t('app.sheet.send.one', { version: versionOf(sheet, only.row), unit: title(only.row) })
      : t('app.sheet.send.many', { count: chosen.length })
  return (
    <SidePanel
      title={t('app.sheet.send.title')}
      note={t('app.sheet.send.note')}
      onClose={onClose}
      foot={
        <Button disabled={chosen.length === 0 || !isSaved} onClick={() => setAsking(true)}>
          {action}
        </Button>
      }
    >
      {!isSaved && <LoadingBars rows={3} />}
      {isSaved && fresh.length === 0 && <p className={classes.note}>{t('app.sheet.send.none')}</p>}
      {isSaved &&
        fresh.map((one) => (
          <ReadyRow
            key={sheet.rows[one.row]!.unit.code}
            sheet={sheet}
            ready={one}
            isAlone={fresh.length === 1}
            isLeft={left.has(sheet.rows[one.row]!.unit.code)}
            onLeave={(leave) => setLeft(withCode(left, sheet.rows[one.row]!.unit.code, leave))}
            onGo={(col) => {
              sheet.hasFocus = true
              selectOne(sheet, { row: one.row, col })
            }}
          />
        ))}
      <Confirm
        opened={isAsking}
        title={t('app.sheet.send.ask')}
        action={action}
        isBusy={isBusy}
        onConfirm={send}
        onClose={() => setAsking(false)}
      >
        <ul className={classes.facts}>
          {chosen.map(({ row, said, missing }) => (
            <li key={row}>{t('app.sheet.send.what', { report: label(row), said, missing })}</li>
          ))}
        </ul>
        <p className={classes.note}>{t('app.sheet.send.after')}</p>
      </Confirm>
    </SidePanel>
  )
}

/** The number that the version will have. */
const versionOf = ({ rows }: SheetStore, row: number) => {
  const { state, version } = rows[row]!
  return state === 'draft' ? version : version + 1
}

const listReady = (sheet: SheetStore): Readiness[] =>
  sheet.rows.flatMap((report, row) => {
    const views = sheet.columns.map((_, col) => viewAt(sheet, { row, col }))
    return readinessOf(row, report, sheet.drafts[row]!, views) ?? []
  })

const withCode = (codes: ReadonlySet<string>, code: string, there: boolean): ReadonlySet<string> =>
  new Set(there ? [...codes, code] : [...codes].filter((other) => other !== code))

type RowProps = {
  sheet: SheetStore
  ready: Readiness
  isAlone: boolean
  isLeft: boolean
  onLeave(leave: boolean): void
  onGo(col: number): void
}

function ReadyRow({ sheet, ready, isAlone, isLeft, onLeave, onGo }: RowProps) {
  const { t } = useWords()
  const { unit } = sheet.rows[ready.row]!
  const facts = t('app.sheet.send.has', { said: ready.said, missing: ready.missing })
  return (
    <section className={classes.ready} aria-label={unit.name}>
      {isAlone ? (
        <b>{unit.name}</b>
      ) : (
        <Checkbox
          label={unit.name}
          checked={!ready.isBlocked && !isLeft}
          disabled={ready.isBlocked}
          onChange={(event) => onLeave(!event.currentTarget.checked)}
        />
      )}
      <small>{facts}</small>
      {ready.isBlocked && <StateMark state="look" word={t('app.sheet.send.blocked')} />}
      <SendProblems sheet={sheet} ready={ready} onGo={onGo} />
    </section>
  )
}
