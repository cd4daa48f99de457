import { Button, TextInput } from '@mantine/core'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { SheetRow } from '../../../api/sheet.ts'
import { fullNameOfColumn, tellTrouble } from '../grid/cell-words.ts'
import { goToProblem, textOf } from '../grid/grid-keys.ts'
import { useSnap } from '../grid/use-snap.ts'
import type { CellView } from '../rules/cell-view.ts'
import type { Spot } from '../rules/move.ts'
import { change, write } from '../store/change.ts'
import { CHOSEN, redrawAll, type SheetStore, viewAt } from '../store/sheet-store.ts'
import { CellComment } from './cell-comment.tsx'
import classes from './parts.module.css'

const TONES = {
  refused: 'back',
  misread: 'back',
  conflict: 'back',
  returned: 'back',
  outlier: 'warn',
} as const

type BarProps = { sheet: SheetStore; at: Spot; view: CellView; onSettle(row: number): void }

/** The chosen cell in words: what it says, what it was, what is wrong, and where to answer. It follows the keys. */
export function CellBar({ sheet, onSettle }: Pick<BarProps, 'sheet' | 'onSettle'>) {
  const view = useSnap(sheet, CHOSEN, () => (sheet.rows.length > 0 ? viewAt(sheet, sheet.selected.at) : null))
  const at = useSnap(sheet, CHOSEN, () => sheet.selected.at)
  // The cell is drawn first; a moment later the words about it
  const shown = useDeferredValue(useMemo(() => ({ at, view }), [at, view]))
  return shown.view && <Bar sheet={sheet} at={shown.at} view={shown.view} onSettle={onSettle} />
}

const Bar = memo(function Bar({ sheet, at, view, onSettle }: BarProps) {
  const words = useWords()
  const row = sheet.rows[at.row]
  const column = sheet.columns[at.col]
  if (!row || !column) return null
  const { t, number, lang } = words
  const beside = [
    [t('app.sheet.previousIs'), view.previous],
    [t('app.sheet.target'), view.target],
  ].flatMap(([word, value]) => (value === null ? [] : [`${word} ${number(value!)}`]))
  const { trouble } = view
  const spot = `${row.unit.code} ${at.col}`
  return (
    <section
      className={`cellbar ${classes.bar} ${trouble && view.canType ? TONES[trouble.kind] : classes.calm}`}
      aria-label={t('app.sheet.bar')}
    >
      <div className={classes.which}>
        <b>
          {row.unit.name}, {fullNameOfColumn(column, lang)} ({column.unitOfMeasure})
        </b>
        <small>{beside.join(' · ') || t('app.sheet.noneBefore')}</small>
      </div>
      {view.canType ? (
        <BarValue key={`${spot} ${view.value} ${view.text}`} sheet={sheet} at={at} view={view} />
      ) : (
        <b className={classes.fixed}>{number(view.value ?? view.implied)}</b>
      )}
      {view.canType ? (
        <div className={classes.answer}>
          {trouble && (
            <span className={`st ${TONES[trouble.kind]} ${classes.trouble}`} role="status">
              {tellTrouble(words, trouble, view.value)}
            </span>
          )}
          {trouble?.kind === 'outlier' ? (
            <KeepReason key={spot} sheet={sheet} at={at} />
          ) : (
            trouble?.kind === 'conflict' || (
              <CellComment key={spot} sheet={sheet} at={at} view={view} unit={row.unit.code} />
            )
          )}
          {trouble?.kind === 'conflict' && (
            <Button variant="default" onClick={() => onSettle(at.row)}>
              {t('app.sheet.settle')}
            </Button>
          )}
        </div>
      ) : (
        <Locked sheet={sheet} row={row} />
      )}
    </section>
  )
})

/** Writes on Enter and when it is left, as the cell itself does. */
function BarValue({ sheet, at, view }: Pick<BarProps, 'sheet' | 'at' | 'view'>) {
  const { t } = useWords()
  const [text, setText] = useState(() => textOf(sheet, at))
  const save = () => {
    if (text !== (view.text ?? textOf(sheet, at))) write(sheet, at, text)
  }
  return (
    <TextInput
      aria-label={t('app.sheet.value')}
      classNames={{ input: classes.value! }}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save()
        if (event.key === 'F8') goToProblem(sheet)
      }}
    />
  )
}

/** An unusual value is corrected, or kept with a reason. */
function KeepReason({ sheet, at }: Pick<BarProps, 'sheet' | 'at'>) {
  const { t } = useWords()
  const [reason, setReason] = useState('')
  const keep = () => reason.trim() && change(sheet, [{ ...at, change: { comment: reason.trim() } }])
  return (
    <>
      <TextInput
        className={classes.grow!}
        aria-label={t('app.sheet.keepReason')}
        placeholder={t('app.sheet.keepReason')}
        maxLength={2_000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <Button variant="default" disabled={reason.trim() === ''} onClick={keep}>
        {t('app.sheet.keep')}
      </Button>
    </>
  )
}

/** Why the cell cannot be typed in and, for an approved report, the way to correct it. */
function Locked({ sheet, row }: { sheet: SheetStore; row: SheetRow }) {
  const { t, instant, day } = useWords()
  const canCorrect = row.state === 'approved' && row.may.includes('save')
  const isClosed = row.cutoff?.isOpen === false
  const correct = () => {
    sheet.corrected.add(row.unit.code)
    redrawAll(sheet)
  }
  return (
    <div className={classes.answer}>
      <StateMark state={row.state ?? 'missing'} />
      <span className={classes.why}>
        {isClosed
          ? t('app.sheet.closed', { day: row.cutoff?.closesOn ? day(row.cutoff.closesOn) : '' })
          : t(`app.sheet.lockedBecause.${row.state ?? 'none'}`, {
              by: row.submittedBy ?? '',
              at: row.submittedAt ? instant(row.submittedAt) : '',
            })}
      </span>
      {canCorrect && (
        <Button variant="default" onClick={correct}>
          {t('app.sheet.correct')}
        </Button>
      )}
    </div>
  )
}
