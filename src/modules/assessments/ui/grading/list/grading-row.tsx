import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { GradingLine } from '../../../api/gradings.ts'
import classes from '../grading.module.css'
import { GradingLink } from '../links.tsx'
import { StepBars } from './step-bars.tsx'

/** One grading: of whom, by which rules, how far its steps are. */
export function GradingRow({ grading }: { grading: GradingLine }) {
  const { t, number, day } = useWords()
  const { keeper, rules, period, subjects, counts, state, decideOn } = grading
  return (
    <li>
      <div className={classes.words}>
        <GradingLink id={grading.id}>{grading.name}</GradingLink>
        <small>
          {keeper.name} · {tellPeriod(t, period)} ·{' '}
          {t(`app.gradings.count.${subjects}`, { count: number(counts.subjects) })}
        </small>
        <small>{rules.name}</small>
      </div>
      <StepBars counts={counts} />
      <div className={classes.state}>
        <StateMark state={state === 'closed' ? 'locked' : 'draft'} word={t(`app.gradings.state.${state}`)} />
        {decideOn !== null && state === 'open' && (
          <small>{t('app.gradings.decideBy', { day: day(decideOn) })}</small>
        )}
      </div>
    </li>
  )
}
