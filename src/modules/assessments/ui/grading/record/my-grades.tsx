import type * as z from 'zod'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { listMyGrades } from '../../../api/grading-sheet.ts'
import { GradeMark } from '../grade-mark.tsx'
import { SheetLink } from '../links.tsx'
import classes from './record.module.css'

type Mine = z.infer<typeof listMyGrades.output>['grades'][number]

/** Gradings in which the reader is graded: what is asked, what was told, until when it may be appealed. */
export function MyGrades({ grades }: { grades: readonly Mine[] }) {
  const { t } = useWords()
  if (grades.length === 0) return null
  return (
    <Section title={t('app.myRecord.gradings')}>
      <ul className={classes.lines}>
        {grades.map((grade) => (
          <Line key={grade.subject} grade={grade} />
        ))}
      </ul>
    </Section>
  )
}

function Line({
  grade: { grading, subject, name, period, unit, state, self, selfDue, decided, ...told },
}: {
  grade: Mine
}) {
  const { t, day } = useWords()
  const isAsked = state === 'open' && self === null && decided === null
  return (
    <li>
      <div>
        <SheetLink grading={grading} subject={subject}>
          {name}
        </SheetLink>
        <small>
          {tellPeriod(t, period)} · {unit.name}
        </small>
      </div>
      <div className={classes.standing}>
        {decided !== null && <GradeMark grade={decided} strong />}
        {decided === null && !isAsked && <StateMark state="submitted" word={t('app.myRecord.waiting')} />}
        {isAsked && (
          <StateMark
            state="look"
            word={selfDue ? t('app.myRecord.askedBy', { day: day(selfDue) }) : t('app.myRecord.asked')}
          />
        )}
        {told.noticedOn !== null && <small>{t('app.myRecord.noticed', { day: day(told.noticedOn) })}</small>}
        {told.appealUntil !== null && (
          <small>{t('app.myRecord.appealUntil', { day: day(told.appealUntil) })}</small>
        )}
      </div>
    </li>
  )
}
