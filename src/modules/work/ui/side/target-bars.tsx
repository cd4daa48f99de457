import { Link } from '@tanstack/react-router'
import type { WorkSide } from '#modules/work/api/work.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './side.module.css'

/** Bars run from 0 to this; the notch at 100 is the target. */
const FULL_PERCENT = 150

/** Values against targets: the notch is the target, hatching is below it. A figure opens where it is explained. */
export function TargetBars({ targets }: Pick<WorkSide, 'targets'>) {
  const { t, number } = useWords()
  return (
    <>
      <ul className={classes.targets}>
        {targets.map(({ indicator, label, value, target, unitOfMeasure, attainmentPercent, met, link }) => (
          <li key={indicator}>
            <Link to={link as never}>{label}</Link>
            <span className={classes.numbers}>
              {met === false && <span className="warn">▾ </span>}
              <b>{number(value)}</b>
              <small>
                {' '}
                / {number(target)} {unitOfMeasure}
              </small>
            </span>
            <span className="bar" aria-hidden>
              <i className={met === false ? 'lo' : ''} style={{ width: `${widthOf(attainmentPercent)}%` }} />
              <b style={{ left: `${(100 / FULL_PERCENT) * 100}%` }} />
            </span>
          </li>
        ))}
      </ul>
      <p className={classes.legend}>{t('app.work.barLegend')}</p>
    </>
  )
}

const widthOf = (percent: string | null): number =>
  percent === null ? 0 : (Math.min(FULL_PERCENT, Math.max(0, Number(percent))) / FULL_PERCENT) * 100
