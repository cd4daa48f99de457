import { useWords } from '#web/kit/words.tsx'
import { nameOfColumn, tellTrouble } from '../grid/cell-words.ts'
import type { Readiness } from '../rules/readiness.ts'
import { type SheetStore, viewAt } from '../store/sheet-store.ts'
import classes from './parts.module.css'

type Props = { sheet: SheetStore; ready: Readiness; onGo(col: number): void }

/** Each thing to look at, with the way to its cell. */
export function SendProblems({ sheet, ready, onGo }: Props) {
  const words = useWords()
  const { t, lang } = words
  const { row, troubles, missingCols } = ready
  if (troubles.length + missingCols.length === 0)
    return <p className={classes.fine}>{t('app.sheet.send.fine')}</p>
  return (
    <ul className={classes.troubles}>
      {troubles.map(({ col, trouble }) => (
        <li key={col}>
          <button type="button" className="fig" onClick={() => onGo(col)}>
            {nameOfColumn(sheet.columns[col]!, lang)}
          </button>{' '}
          {tellTrouble(words, trouble, viewAt(sheet, { row, col }).value)}
        </li>
      ))}
      {missingCols.length > 0 && (
        <li>
          {t('app.sheet.send.missing', { count: missingCols.length })}{' '}
          {missingCols.slice(0, 8).map((col, n) => (
            <span key={col}>
              {n > 0 && ', '}
              <button type="button" className="fig" onClick={() => onGo(col)}>
                {nameOfColumn(sheet.columns[col]!, lang)}
              </button>
            </span>
          ))}
          {missingCols.length > 8 && '…'}
        </li>
      )}
    </ul>
  )
}
