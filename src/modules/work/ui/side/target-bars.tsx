import { IconCaretDownFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { scaled, scaleFor } from '#kernel/measure.ts'
import type { WorkSide } from '#modules/work/api/work.ts'
import { useWords } from '#web/kit/words.tsx'
import classes from './side.module.css'

/** Bars run from 0 to this; the notch at 100 is the target. */
const FULL_PERCENT = 150

/** Values against targets: the notch is the target, hatching is below it. A figure opens where it is explained. */
export function TargetBars({ targets }: Pick<WorkSide, 'targets'>) {
  const { t, lang, number } = useWords()
  const tell = (unit: string, value: string | null, target: string) => {
    const scale = scaleFor(lang, unit, unit, [value, target])
    const sized = (one: string | null) => number(one === null ? null : scaled(one, scale))
    return { value: sized(value), target: `${sized(target)} ${[scale.before, scale.after].join(' ').trim()}` }
  }
  return (
    <>
      <ul className={classes.targets}>
        {targets.map(({ indicator, label, attainmentPercent, met, link, ...figure }) => {
          const { value, target } = tell(figure.unitOfMeasure, figure.value, figure.target)
          return (
            <li key={indicator}>
              <Link to={link as never}>{label}</Link>
              <span className={classes.numbers}>
                {met === false && <IconCaretDownFilled size={11} aria-hidden className="warn" />}
                <b>{value}</b>
                <small> / {target}</small>
              </span>
              <span className="bar" aria-hidden>
                <i
                  className={met === false ? 'lo' : ''}
                  style={{ width: `${widthOf(attainmentPercent)}%` }}
                />
                <b style={{ left: `${(100 / FULL_PERCENT) * 100}%` }} />
              </span>
            </li>
          )
        })}
      </ul>
      <p className={classes.legend}>{t('app.work.barLegend')}</p>
    </>
  )
}

const widthOf = (percent: string | null): number =>
  percent === null ? 0 : (Math.min(FULL_PERCENT, Math.max(0, Number(percent))) / FULL_PERCENT) * 100
