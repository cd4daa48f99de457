import { Link } from '@tanstack/react-router'
import { dayOf } from '#kernel/day.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { ResultLine } from '../../api/results.ts'
import classes from './results.module.css'

/** By which scheme, decided by what and when, and whether an appeal is still taken. */
export function ResultFacts({ result }: { result: ResultLine }) {
  const { t, day } = useWords()
  const { id, scheme, period, publishedOn, decision, appealsUntil } = result
  const isOpen = appealsUntil !== null && appealsUntil >= dayOf(new Date())
  return (
    <>
      <span>{t('app.rounds.scheme', { name: scheme.name, version: scheme.version })}</span>
      <span>{tellPeriod(t, period)}</span>
      <span>{t('app.results.decision', { decision, day: day(publishedOn) })}</span>
      {scheme.isExternal && <StateMark state="locked" word={t('app.results.external')} />}
      {appealsUntil !== null && (
        <span>
          {t(isOpen ? 'app.results.appealsUntil' : 'app.results.appealsEnded', { day: day(appealsUntil) })}
        </span>
      )}
      {!scheme.isExternal && (
        <Link
          to={'/rounds/$round' as never}
          params={{ round: id } as never}
          search={keepPlace as never}
          className={classes.fact}
        >
          {t('app.rounds.toRound')}
        </Link>
      )}
    </>
  )
}
