import { Link } from '@tanstack/react-router'
import { dayOf } from '#kernel/day.ts'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { RoundLine } from '../../api/rounds.ts'
import type { Sheet } from '../../api/scoring.ts'
import { dueOf } from './rules/steps.ts'

type Head = Pick<RoundLine, 'id' | 'name' | 'period' | 'state' | 'scheme'> & Parameters<typeof dueOf>[0]

/** Where a round stands: its scheme, its step and the day by which that is asked for. `isHere`: on its own page. */
export function RoundFacts({
  round,
  sheet,
  isHere = false,
}: {
  round: Head
  sheet?: Sheet
  isHere?: boolean
}) {
  const { t, instant } = useWords()
  const { scheme, period } = round
  return (
    <>
      {!isHere && (
        <span>
          <Link
            to={'/rounds/$round' as never}
            params={{ round: round.id } as never}
            search={keepPlace as never}
          >
            {t('app.rounds.toRound')}
          </Link>
        </span>
      )}
      <span>{t('app.rounds.scheme', { name: scheme.name, version: scheme.version })}</span>
      <span>{tellPeriod(t, period)}</span>
      <RoundMark round={round} />
      {sheet?.sentAt && <span>{t('app.rounds.sentAt', { at: instant(sheet.sentAt) })}</span>}
      {sheet?.explainedAt && <span>{t('app.rounds.explainedAt', { at: instant(sheet.explainedAt) })}</span>}
    </>
  )
}

/** The step that a round is in, and whether its day has passed. */
export function RoundMark({ round }: { round: Parameters<typeof dueOf>[0] }) {
  const { t, day } = useWords()
  const { state } = round
  const due = dueOf(round)
  if (state === 'published') return <StateMark state="approved" word={t('app.rounds.state.published')} />
  const step = t(`app.rounds.state.${state}`)
  if (due === null) return <StateMark state="draft" word={step} />
  const isLate = due < dayOf(new Date())
  return (
    <StateMark
      state={isLate ? 'late' : 'draft'}
      word={t(isLate ? 'app.rounds.late' : 'app.rounds.due', { step, day: day(due) })}
    />
  )
}
