import { useWords } from '#web/kit/words.tsx'
import type { GradingLine } from '../../../api/gradings.ts'
import classes from '../grading.module.css'

const STEPS = ['self', 'commented', 'proposed', 'decided', 'noticed'] as const

/** How many of all subjects passed each step, in figures over short bars. */
export function StepBars({ counts }: { counts: GradingLine['counts'] }) {
  const { t, number } = useWords()
  return (
    <dl className={classes.steps}>
      {STEPS.map((step) => (
        <div key={step}>
          <dt>{t(`app.gradings.step.${step}`)}</dt>
          <dd>
            <progress
              max={Math.max(counts.subjects, 1)}
              value={counts[step]}
              aria-label={t(`app.gradings.step.${step}`)}
            />
            {t('app.gradings.of', { done: number(counts[step]), all: number(counts.subjects) })}
          </dd>
        </div>
      ))}
    </dl>
  )
}
