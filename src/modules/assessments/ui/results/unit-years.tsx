import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listUnitResults } from '../../api/results.ts'
import { ResultLink } from './links.tsx'
import classes from './results.module.css'

/** A unit's published results over the years; nothing where it has none. `unit` is its code. */
export function UnitYears({ unit }: { unit: string }) {
  const { t, number } = useWords()
  const { data, error, refetch, isPlaceholderData } = useRead(listUnitResults, { unit }, { offline: true })
  if (error && !data) return <ErrorNote problem={error} retry={refetch} />
  if (!data || isPlaceholderData || data.results.length === 0) return null
  const name = data.results[0]!.unit.name
  return (
    <Section title={t('app.results.years', { unit: name })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.scroll} aria-label={t('app.results.years', { unit: name })} tabIndex={0}>
        <table className={`tbl ${classes.years}`}>
          <thead>
            <tr>
              <th scope="col">{t('app.results.period')}</th>
              <th scope="col">{t('app.results.scheme')}</th>
              <th scope="col">{t('app.results.points')}</th>
              <th scope="col">{t('app.results.index')}</th>
              <th scope="col">{t('app.results.rank')}</th>
              <th scope="col">{t('app.results.class')}</th>
            </tr>
          </thead>
          <tbody>
            {data.results.map(
              ({ id, scheme, period, unit: own, points, indexPercent, rank, ranked, ...one }) => (
                <tr key={id}>
                  <th scope="row">
                    <ResultLink round={id} unit={own.code}>
                      {tellPeriod(t, period)}
                    </ResultLink>
                  </th>
                  <td>{scheme.name}</td>
                  <td>{indexPercent === null ? '–' : number(points, 2)}</td>
                  <td>{indexPercent === null ? '–' : `${number(indexPercent)} %`}</td>
                  <td>{rank === null ? '–' : `${number(rank)}/${number(ranked)}`}</td>
                  <td>{one.class ?? '–'}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
    </Section>
  )
}
