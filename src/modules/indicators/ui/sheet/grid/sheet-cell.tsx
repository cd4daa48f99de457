import { memo, useLayoutEffect, useRef } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { cellSnap } from '../store/select.ts'
import { cellTopic, type SheetStore } from '../store/sheet-store.ts'
import { CellEditor } from './cell-editor.tsx'
import { CellMark, groundOf } from './cell-mark.tsx'
import { tellCell, tellTrouble } from './cell-words.ts'
import { useSnap } from './use-snap.ts'

type Props = {
  sheet: SheetStore
  row: number
  col: number
  /** Which cell of its line it is, from 1. */
  place: number
  /** Left out where the column has no target at all. */
  withTarget: boolean
}

/** One value with what it was and what is planned beside it. It listens to itself alone. */
export const SheetCell = memo(function SheetCell({ sheet, row, col, place, withTarget }: Props) {
  const words = useWords()
  const { number } = words
  const { view, isAt, isChosen, editing } = useSnap(sheet, cellTopic({ row, col }), () =>
    cellSnap(sheet, { row, col }),
  )
  const cell = useRef<HTMLTableCellElement>(null)
  useLayoutEffect(() => {
    if (isAt && sheet.hasFocus && !editing) cell.current?.focus()
  }, [isAt, editing, sheet])
  const report = sheet.rows[row]
  const column = sheet.columns[col]
  if (!report || !column) return null
  const name = tellCell(words, report, column, view)
  const { trouble } = view
  return (
    <>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: inside a grid it is a gridcell */}
      <td
        ref={cell}
        className={`v ${groundOf(view)}${isAt ? ' sel' : isChosen ? ' chosen' : ''}`}
        data-row={row}
        data-col={col}
        aria-colindex={place}
        tabIndex={isAt ? 0 : -1}
        aria-label={name}
        aria-selected={isChosen}
        aria-readonly={!view.canType}
        {...(trouble && trouble.kind !== 'outlier' && { 'aria-invalid': true })}
      >
        {editing ? (
          <CellEditor sheet={sheet} editing={editing} label={name} />
        ) : (
          <>
            <CellMark view={view} />
            {view.text ?? number(view.value ?? view.implied)}
            {trouble?.kind === 'returned' && (
              <span className="note" aria-hidden>
                {report.returned && (
                  <b>
                    {words.t('app.sheet.returnedBy', {
                      by: report.returned.by,
                      at: words.instant(report.returned.at),
                    })}
                  </b>
                )}
                {tellTrouble(words, trouble, view.value)}
              </span>
            )}
          </>
        )}
      </td>
      <td className="p">{number(view.previous)}</td>
      {withTarget && <td className="t">{view.target === null ? '–' : number(view.target)}</td>}
    </>
  )
})
