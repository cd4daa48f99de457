import { Link } from '@tanstack/react-router'
import { EmptyNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Cascade } from '../../api/register.ts'
import { keepPlace } from '../register/directive-link.tsx'
import classes from './cascade.module.css'

/** Units that have not answered, those due first first, and which directive asks them. */
export function UnansweredList({ cascade: { nodes, unanswered, unansweredCount } }: { cascade: Cascade }) {
  const { t, day, number } = useWords()
  const numbers = new Map(nodes.map((node) => [node.id, node.number]))
  return (
    <Section title={t('app.cascade.unanswered', { count: number(unansweredCount) })}>
      {unanswered.length === 0 && <EmptyNote>{t('app.cascade.allAnswered')}</EmptyNote>}
      <ul
        className={classes.list}
        aria-label={t('app.cascade.unanswered', { count: number(unansweredCount) })}
      >
        {unanswered.map((one) => (
          <li key={one.occurrence}>
            <div>
              <Link
                to={'/duties/$id' as never}
                params={{ id: one.occurrence } as never}
                search={keepPlace as never}
              >
                {one.unitName}
              </Link>
              <small>
                {one.task} · {numbers.get(one.directive)}
              </small>
            </div>
            {one.daysLate > 0 ? (
              <StateMark state="late" word={t('app.duties.late', { days: number(one.daysLate) })} />
            ) : (
              <small>
                {one.dueOn === null ? t('app.duties.noDay') : t('app.duties.due', { day: day(one.dueOn) })}
              </small>
            )}
          </li>
        ))}
      </ul>
      {unansweredCount > unanswered.length && (
        <p className={classes.note}>{t('app.cascade.cutUnits', { count: number(unanswered.length) })}</p>
      )}
    </Section>
  )
}
