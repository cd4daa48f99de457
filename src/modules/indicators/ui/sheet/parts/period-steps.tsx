import type { PeriodKind } from '#kernel/period.ts'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { periodsOfYear } from '../rules/period-for.ts'
import classes from './period-steps.module.css'

/** The periods of the form's length in this year, one beside the other. */
export function PeriodSteps({ frequency, period }: { frequency: PeriodKind; period: string }) {
  const { t } = useWords()
  const { select } = useSelection()
  const codes = periodsOfYear(frequency, period.slice(0, 4))
  if (codes.length < 2) return <span>{tellPeriod(t, period)}</span>
  return (
    <nav className={classes.steps} aria-label={t('app.sheet.periods')}>
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          aria-current={code === period ? 'true' : undefined}
          onClick={() => select({ period: code })}
        >
          {tellPeriod(t, code, 'short')}
        </button>
      ))}
    </nav>
  )
}
