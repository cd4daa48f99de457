import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { LiveTarget } from '../../api/plans.ts'
import classes from './plans.module.css'

/** A target of a programme as it stands now, and what was reached of it. */
export function TargetLine({ target }: { target: LiveTarget }) {
  const { t, lang, number } = useWords()
  const { value, actual, attainmentPercent: reached, unitOfMeasure } = target
  const name = (lang === 'en' && target.nameEn) || target.name
  return (
    <p className={classes.target}>
      <span>
        {t('app.plans.target')}: {name}, {target.unitName}, {tellPeriod(t, target.period)}
      </span>
      <span>
        {value === null
          ? t('app.plans.targetNotSet')
          : t('app.plans.targetIs', { value: number(value), measure: unitOfMeasure })}
        {' · '}
        {actual === null
          ? t('app.plans.nothingReported')
          : t('app.plans.reached', { value: number(actual), measure: unitOfMeasure })}
        {reached !== null && ` (${number(reached)} %)`}
      </span>
    </p>
  )
}
