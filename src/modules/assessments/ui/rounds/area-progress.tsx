import { Link } from '@tanstack/react-router'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Round, RoundArea } from '../../api/rounds.ts'
import classes from './rounds.module.css'

/** Each area: who verifies it, how many of its cells have a score at each stage, and what waits. */
export function AreaProgress({ round }: { round: Round }) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('app.rounds.areas')} tabIndex={0}>
      <table className={`tbl ${classes.areas}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.rounds.area')}</th>
            <th scope="col">{t('app.rounds.cells')}</th>
            <th scope="col">{t('app.score.stage.self')}</th>
            <th scope="col">{t('app.score.stage.verified')}</th>
            <th scope="col">{t('app.score.stage.re-verified')}</th>
            <th scope="col">{t('app.score.stage.final')}</th>
            <th scope="col">{t('app.rounds.waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {round.areas.map((area) => (
            <Row key={area.code} round={round} area={area} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ round, area }: { round: Round; area: RoundArea }) {
  const { t, number } = useWords()
  const { code, name, max, verifier, cells, self, verified, reVerified, final, waiting, mayVerify } = area
  const count = (n: number) => (n === 0 ? '–' : number(n))
  return (
    <tr>
      <th scope="row">
        <b>
          {code}. {name}
        </b>
        <small>
          {t('app.rounds.points', { max: number(max) })}
          {verifier && ` · ${verifier}`}
        </small>
      </th>
      <td>{number(cells)}</td>
      <td>{count(self)}</td>
      <td>{count(verified)}</td>
      <td>{count(reVerified)}</td>
      <td>{count(final)}</td>
      <td>
        {waiting === 0 ? (
          '–'
        ) : mayVerify ? (
          <Link
            to={'/verify' as never}
            search={
              ((old: { unit?: string; period?: string }) => ({
                unit: old.unit,
                period: old.period,
                round: round.id,
                area: code,
              })) as never
            }
          >
            {t('app.rounds.verify', { count: number(waiting) })}
          </Link>
        ) : (
          <StateMark state="submitted" word={number(waiting)} />
        )}
      </td>
    </tr>
  )
}
