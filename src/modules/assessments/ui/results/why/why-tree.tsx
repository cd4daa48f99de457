import { useEffect, useRef } from 'react'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Why } from '../../../api/results.ts'
import { Lost, Points } from '../points.tsx'
import classes from '../results.module.css'
import { codeBefore, knownMax } from '../rules/standing.ts'
import { CriterionRow } from './criterion-row.tsx'

type Props = {
  why: Why
  /** Code of the criterion that is open. */
  opened: string | null
  onOpen(code: string | null): void
}

/** Areas and criteria with what they gave and cost. The leaves, with bonus and penalty, add up to the foot. */
export function WhyTree({ why, opened, onOpen }: Props) {
  const { t, number } = useWords()
  const first = useRef(opened)
  useEffect(() => {
    // Whoever came for one criterion sees it, not the top of the page
    if (first.current !== null) document.getElementById(`why-${first.current}`)?.scrollIntoView()
  }, [])
  const { areas, adjusted, points, max, lost } = why
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={t('app.results.tree')} tabIndex={0}>
      <table className={`tbl ${classes.tree}`}>
        <thead>
          <tr>
            <th scope="col">{t('app.score.code')}</th>
            <th scope="col">{t('app.score.criterion')}</th>
            <th scope="col">{t('app.results.points')}</th>
            <th scope="col">{t('app.results.lost')}</th>
            <th scope="col" className={classes.wideOnly}>
              {t('app.results.mean.head')}
            </th>
            {why.before ? (
              <th scope="col" className={classes.wideOnly}>
                {tellPeriod(t, codeBefore(why.result.period))}
              </th>
            ) : (
              <td className={classes.wideOnly} />
            )}
          </tr>
        </thead>
        {areas.map((area) => (
          <tbody key={area.code}>
            <tr className={classes.area}>
              <td>{area.code}</td>
              <th scope="row">
                <span className={classes.phoneOnly}>{area.code} </span>
                {area.name}
              </th>
              <td>
                <Points points={area.points} max={area.max} />
              </td>
              <td>
                <Lost lost={area.lost} />
              </td>
              <td className={classes.wideOnly}>
                {area.meanPercent !== null && `${number(area.meanPercent, 1)} %`}
              </td>
              <td className={classes.wideOnly} />
            </tr>
            {area.criteria.map((criterion) => (
              <CriterionRow
                key={criterion.code}
                why={why}
                criterion={criterion}
                isOpened={opened === criterion.code}
                onOpen={() => onOpen(opened === criterion.code ? null : criterion.code)}
              />
            ))}
          </tbody>
        ))}
        <tfoot>
          {Number(adjusted) !== 0 && (
            <tr>
              <td />
              <th scope="row">{t('app.score.adjustment')}</th>
              <td>{number(adjusted, 2)}</td>
              <td />
              <td className={classes.wideOnly} />
              <td className={classes.wideOnly} />
            </tr>
          )}
          <tr>
            <td />
            <th scope="row">{t(why.complete ? 'app.results.sum' : 'app.results.sumKnown')}</th>
            <td>
              <Points points={points} max={why.complete ? max : knownMax(areas)} />
            </td>
            <td>
              <Lost lost={lost} />
            </td>
            <td className={classes.wideOnly} />
            <td className={classes.wideOnly}>{why.before && number(why.before.points, 2)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}
