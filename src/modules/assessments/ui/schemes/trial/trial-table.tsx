import { useWords } from '#web/kit/words.tsx'
import type { Trial, TrialResult } from '../../../api/schemes.ts'
import classes from '../schemes.module.css'

/** Ranks and indices then and by the draft, in the order of the draft. */
export function TrialTable({ trial }: { trial: Trial }) {
  const { t, number } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('app.schemes.trial')} tabIndex={0}>
      <table className={`tbl ${classes.trial}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.schemes.unit')}</th>
            <th scope="col">
              {trial.version === null
                ? t('app.schemes.noneThen')
                : t('app.schemes.rankThen', { version: number(trial.version) })}
            </th>
            <th scope="col">{t('app.schemes.rankNow')}</th>
            <th scope="col">{t('app.schemes.move')}</th>
            <th scope="col">{t('app.schemes.indexThen')}</th>
            <th scope="col">{t('app.schemes.indexNow')}</th>
            <th scope="col">{t('app.schemes.classThen')}</th>
            <th scope="col">{t('app.schemes.classNow')}</th>
          </tr>
        </thead>
        <tbody>
          {trial.rows.map(({ unit, before, after }) => (
            <tr key={unit.code}>
              <th scope="row">{unit.name}</th>
              <td>{rankOf(before, number)}</td>
              <td>
                <b>{rankOf(after, number)}</b>
              </td>
              <td>
                <Move before={before} after={after} />
              </td>
              <td>{before?.indexPercent == null ? '–' : number(before.indexPercent)}</td>
              <td>{after.indexPercent === null ? '–' : number(after.indexPercent)}</td>
              <td>{before?.class ?? '–'}</td>
              <td>{after.class ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const rankOf = (result: TrialResult | null, number: (value: number) => string) =>
  result?.rank == null ? '–' : number(result.rank)

function Move({ before, after }: { before: TrialResult | null; after: TrialResult }) {
  const { t, number } = useWords()
  if (before?.rank == null || after.rank === null) return <span>–</span>
  const by = before.rank - after.rank
  if (by === 0) return <span>=</span>
  const places = number(Math.abs(by))
  return (
    <span className={by > 0 ? classes.up : classes.down}>
      <span aria-hidden>{by > 0 ? `▴ ${places}` : `▾ ${places}`}</span>
      <span className={classes.hidden}>
        {t(by > 0 ? 'app.schemes.upBy' : 'app.schemes.downBy', { places })}
      </span>
    </span>
  )
}
