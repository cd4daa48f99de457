import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { GradeSheet, SideScores } from '../../../api/grading-sheet.ts'
import type { Grade } from '../../../rules/grade-rules.ts'
import { GradeMark } from '../grade-mark.tsx'
import { currentGrade } from './rules/current.ts'
import classes from './sheet.module.css'

/** How the subject stands at each step, and what its points come to. */
export function Standing({ sheet }: { sheet: GradeSheet }) {
  const { t } = useWords()
  const { facts, self, proposal } = sheet
  return (
    <dl className={classes.standing}>
      {(['self', 'proposal', 'decision'] as const).map((step) => {
        const side = step === 'self' ? self : step === 'proposal' ? proposal : null
        return (
          <div key={step}>
            <dt>{t(`app.gradeSheet.step.${step}`)}</dt>
            <dd>
              <Said step={step} grade={currentGrade(facts, step)} />
              {side && <Points side={side} />}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

function Said({ step, grade }: { step: string; grade: Grade | null }) {
  const { t } = useWords()
  if (grade !== null) return <GradeMark grade={grade} strong />
  return <StateMark state="missing" word={t(`app.gradeSheet.none.${step}`)} />
}

function Points({ side: { points, suggested, scored, of } }: { side: SideScores }) {
  const { t, number } = useWords()
  const level = suggested && t(`app.grade.${suggested}`).toLocaleLowerCase()
  return (
    <small>
      {points !== null && t('app.gradeSheet.points', { points: number(points, 2) })}
      {points !== null && level && ' → '}
      {level && t('app.gradeSheet.comesTo', { level })}
      {points === null && of > 1 && t('app.gradeSheet.scored', { scored: number(scored), of: number(of) })}
    </small>
  )
}
