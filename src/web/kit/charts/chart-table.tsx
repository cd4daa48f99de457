import { useWords } from '#web/kit/words.tsx'
import classes from './charts.module.css'

type Props = { caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] }

/** What a chart shows, as a table: for whoever does not see it, or wants the numbers. */
export function ChartTable({ caption, columns, rows }: Props) {
  const { t } = useWords()
  return (
    <details className={classes.details}>
      <summary>{t('app.charts.asTable')}</summary>
      <table className="tbl">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, i) => (
              <th key={column} scope="col" className={i > 0 ? classes.right : ''}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([head = '', ...cells]) => (
            <tr key={head}>
              <th scope="row">{head}</th>
              {cells.map((cell, i) => (
                <td key={columns[i + 1]} className={classes.right}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
