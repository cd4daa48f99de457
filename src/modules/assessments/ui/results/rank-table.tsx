import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { PublishedResult, ResultRow } from '../../api/results.ts'
import { ResultLink } from './links.tsx'
import { Moved } from './moved.tsx'
import { Points } from './points.tsx'
import classes from './results.module.css'
import { percentOf } from './rules/standing.ts'

type Props = { result: PublishedResult; rows: readonly ResultRow[] }

/** Units in the order of their ranks, with the period before and the percent of each area; the chosen unit marked. */
export function RankTable({ result, rows }: Props) {
  const { t, number } = useWords()
  const { areas, before } = result
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('app.results.ranking')} tabIndex={0}>
      <table className={`tbl ${classes.ranks}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.results.rank')}</th>
            <th scope="col">{t('app.results.unit')}</th>
            <th scope="col">{t('app.results.index')}</th>
            {before && <th scope="col">{tellPeriod(t, before.period)}</th>}
            <th scope="col">{t('app.results.points')}</th>
            <th scope="col">{t('app.results.class')}</th>
            {areas.map(({ code, name, max }) => (
              <th key={code} scope="col" title={name}>
                {code}
                <span className="vh"> {name}, %</span>
                <small aria-hidden>{number(max)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.unit.code} result={result} row={row} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">{t('app.results.meanRow')}</th>
            <td>{result.meanPercent === null ? '–' : number(result.meanPercent, 2)}</td>
            {before && <td />}
            <td />
            <td />
            {areas.map(({ code, meanPercent }) => (
              <td key={code}>{meanPercent === null ? '–' : number(meanPercent, 1)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function Row({ result, row }: { result: PublishedResult; row: ResultRow }) {
  const { number } = useWords()
  const { unit: chosen } = useSelection()
  const { rank, unit, indexPercent, points, max } = row
  const isLast = result.version === result.history.length
  return (
    <tr className={unit.code === chosen ? 'on' : ''}>
      <td>{rank === null ? <None /> : <b>{number(rank)}</b>}</td>
      <th scope="row">
        <ResultLink round={result.id} unit={unit.code} version={isLast ? undefined : result.version}>
          {unit.name}
        </ResultLink>
      </th>
      <td>{indexPercent === null ? <None /> : <b>{number(indexPercent)}</b>}</td>
      {result.before && (
        <td>
          <Moved row={row} />
        </td>
      )}
      <td>{row.complete ? <Points points={points} max={max} /> : <None />}</td>
      <td>{row.class ?? <None />}</td>
      {result.areas.map(({ code }) => {
        const percent = percentOf(row.areas.find((area) => area.code === code) ?? { points: null, max: '0' })
        return <td key={code}>{percent === null ? <None /> : number(percent, 1)}</td>
      })}
    </tr>
  )
}

/** Not assessed, or not whole: never told as zero. */
function None() {
  const { t } = useWords()
  return (
    <span className="idle">
      <span aria-hidden>–</span>
      <span className="vh">{t('app.results.notWhole')}</span>
    </span>
  )
}
