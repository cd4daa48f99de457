import { Big } from '#kernel/decimal.ts'
import { AttainmentBar } from '#web/kit/charts/attainment-bar.tsx'
import { Figure } from '#web/kit/figure.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { AttainmentAnswer } from '../../api/attainment.ts'
import { QualityMark } from '../reading/quality-mark.tsx'
import { useMeasure } from '../reading/use-measure.ts'
import classes from './dashboard.module.css'

/** The figure of the whole: value, target, how far, how sure, and who reported. */
export function FigureHead({ answer, onOpen }: { answer: AttainmentAnswer; onOpen(): void }) {
  const { t, number } = useWords()
  const { figure, trend } = answer
  const measure = useMeasure(figure.unitOfMeasure, [figure.value, figure.target, ...trend.values])
  const opens = t('app.dashboard.open', { label: figure.label, unit: answer.unit.name })
  return (
    <dl className={classes.figure}>
      <div>
        <dt>{figure.label}</dt>
        <dd className={classes.big}>
          {figure.value === null ? (
            <span className="idle">{t('app.dashboard.none')}</span>
          ) : (
            <Figure label={`${measure.whole(figure.value)}. ${opens}`} onOpen={onOpen}>
              {measure.tell(figure.value)}
            </Figure>
          )}
          <small>{measure.unit}</small>
        </dd>
      </div>
      {figure.target !== null && (
        <div>
          <dt>{t('app.dashboard.target')}</dt>
          <dd className={classes.target}>{measure.tell(figure.target)}</dd>
        </div>
      )}
      {figure.target !== null && (
        <div className={classes.reach}>
          <dt>{t('app.dashboard.attained')}</dt>
          <dd>
            <Gap answer={answer} whole={measure.whole} />
            <AttainmentBar percent={figure.attainmentPercent} met={figure.met} />
          </dd>
        </div>
      )}
      <div className={classes.sure}>
        <dt className="vh">{t('app.dashboard.sure')}</dt>
        <dd>
          {figure.value !== null && <QualityMark quality={figure.state} />}
          <span>
            {t('app.dashboard.reported', {
              reported: number(figure.reported),
              expected: number(figure.expected),
            })}
          </span>
          {figure.notRestated && (
            <span className="warn">
              {t('app.dashboard.notRestated', { units: number(figure.notRestated.units) })}
            </span>
          )}
        </dd>
      </div>
    </dl>
  )
}

/** `106,3 %, vượt 15 nhà`. */
function Gap({ answer: { figure }, whole }: { answer: AttainmentAnswer; whole(value: string): string }) {
  const { t, number } = useWords()
  const { value, target, attainmentPercent, met } = figure
  if (value === null || target === null)
    return <span className={classes.gap}>{t('app.dashboard.notYet')}</span>
  const gap = new Big(value).minus(target)
  const side = gap.eq(0) ? 'even' : gap.gt(0) ? 'over' : 'short'
  return (
    <span className={`${classes.gap} ${met === false ? 'warn' : 'done'}`}>
      {attainmentPercent !== null && `${number(attainmentPercent, 1)} %, `}
      {t(`app.dashboard.gap.${side}`, { amount: whole(gap.abs().toFixed()) })}
    </span>
  )
}
