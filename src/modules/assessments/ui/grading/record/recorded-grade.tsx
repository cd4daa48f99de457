import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { RecordedGrade } from '../../../api/people-record.ts'
import { GradeMark } from '../grade-mark.tsx'
import { SheetLink } from '../links.tsx'
import { FactList } from '../sheet/fact-list.tsx'
import classes from './record.module.css'

/** One grading as it is recorded: by which rules, in which post, what each step said. */
export function RecordedGradeView({ grade }: { grade: RecordedGrade }) {
  const { t, day, number } = useWords()
  const { grading, subject, rules, unit, title, decided, noticedOn, facts, commitments } = grade
  const points = (['self', 'proposal'] as const).flatMap((side) => {
    const sum = grade[side]?.points
    return sum == null ? [] : [t(`app.record.points.${side}`, { points: number(sum, 2) })]
  })
  return (
    <details className={classes.grade}>
      <summary>
        <span>
          {tellPeriod(t, grading.period)} · {grading.name}
          <small>
            {title}, {unit.name}
          </small>
        </span>
        {decided === null ? (
          <StateMark state="missing" word={t('app.grade.none')} />
        ) : (
          <GradeMark grade={decided} strong />
        )}
      </summary>
      <p className={classes.rules}>
        {rules.name}. {rules.basis}
      </p>
      {points.length > 0 && <p className={classes.rules}>{points.join(' · ')}</p>}
      {noticedOn !== null && (
        <p className={classes.rules}>{t('app.myRecord.noticed', { day: day(noticedOn) })}</p>
      )}
      {commitments.length > 0 && (
        <ul className={classes.lines}>
          {commitments.map(({ id, text, outcome, result }) => (
            <li key={id}>
              <div>
                {text}
                {result !== '' && <small>{result}</small>}
              </div>
              <span>{outcome ? t(`app.gradeSheet.outcome.${outcome}`) : t('app.gradeSheet.noOutcome')}</span>
            </li>
          ))}
        </ul>
      )}
      <FactList facts={facts} exemptions={[]} />
      <SheetLink grading={grading.id} subject={subject}>
        {t('app.record.openSheet')}
      </SheetLink>
    </details>
  )
}
