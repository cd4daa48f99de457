import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Why } from '../../../api/results.ts'
import { Moved } from '../moved.tsx'
import classes from '../results.module.css'
import { codeBefore, isOpen, knownMax } from '../rules/standing.ts'

/** Points, index, rank and class as published, and against the period before. What is open has none, and says why. */
export function WhyFigures({ why }: { why: Why }) {
  const { t, number } = useWords()
  const { points, max, complete, indexPercent, rank, ranked, before, adjusted } = why
  const open = why.areas.flatMap(({ criteria }) => criteria).filter(isOpen).length
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t('app.results.points')}</dt>
        <dd>
          <b>{number(points, 2)}</b> / {number(complete ? max : knownMax(why.areas))}
        </dd>
        {!complete && <dd>{t('app.results.ofKnown')}</dd>}
        {Number(adjusted) !== 0 && (
          <dd>{t('app.results.withAdjusted', { points: signed(adjusted, number) })}</dd>
        )}
      </div>
      <div>
        <dt>{t('app.results.index')}</dt>
        <dd>
          <b>{indexPercent === null ? '–' : number(indexPercent)}</b>
          {indexPercent !== null && ' %'}
        </dd>
        {open > 0 && <dd>{t('app.results.openCriteria', { count: open, open: number(open) })}</dd>}
      </div>
      <div>
        <dt>{t('app.results.rank')}</dt>
        <dd>
          <b>{rank === null ? '–' : number(rank)}</b>
          {rank !== null && ` / ${number(ranked)}`}
        </dd>
        {why.class && <dd>{t('app.results.classOf', { class: why.class })}</dd>}
      </div>
      {before && (
        <div>
          <dt>{tellPeriod(t, codeBefore(why.result.period))}</dt>
          <dd className={classes.wide}>
            <Moved row={why} />
          </dd>
        </div>
      )}
    </dl>
  )
}

const signed = (value: string, number: (value: string) => string) =>
  Number(value) > 0 ? `+${number(value)}` : number(value)
