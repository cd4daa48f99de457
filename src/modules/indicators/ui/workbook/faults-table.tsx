import type { ImportAnswer } from '#platform/imports/api.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Kind } from './use-import.ts'
import classes from './workbook.module.css'

const AT_ONCE = 200

/** What is wrong: the cell's address, or the row and the column, and the reason in a sentence. */
export function FaultsTable({ answer, kind }: { answer: ImportAnswer; kind: Kind }) {
  const { t, number } = useWords()
  const { rejected, rejectedCount } = answer
  const isBook = kind === 'workbook'
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by keys */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('app.import.faults')}>
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">{t(isBook ? 'app.import.cell' : 'app.import.row')}</th>
              {!isBook && <th scope="col">{t('app.import.column')}</th>}
              <th scope="col">{t('app.import.reason')}</th>
            </tr>
          </thead>
          <tbody>
            {rejected.slice(0, AT_ONCE).map(({ row, field, code, message }) => (
              <tr key={`${row} ${field} ${code}`}>
                <td className={classes.address}>
                  {isBook ? field || t('app.import.wholeFile') : number(row)}
                </td>
                {!isBook && <td className={classes.address}>{field}</td>}
                <td className={classes.reason}>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rejected.length > AT_ONCE && (
        <p className={classes.more}>
          {t('app.import.shown', { shown: number(AT_ONCE), total: number(rejectedCount) })}
        </p>
      )}
    </>
  )
}
