import { Link, useParams } from '@tanstack/react-router'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getRound, type Round } from '../../api/rounds.ts'
import { ROUND_STATES } from '../../schema.ts'
import { AreaProgress } from './area-progress.tsx'
import { RoundActs } from './round-acts.tsx'
import { RoundFacts } from './round-facts.tsx'
import classes from './rounds.module.css'
import { dayOfStep, placeOf } from './rules/steps.ts'
import { SubjectList } from './subject-list.tsx'

/** One round: its steps and days, how far each area is, who has sent and answered, and how it is steered. */
export function RoundPage() {
  const { t } = useWords()
  const { round: id } = useParams({ strict: false }) as { round: string }
  const { data: read, error, refetch } = useEtagRead(getRound, { round: String(id) })
  const round = read?.data.id === String(id) ? read.data : undefined
  return (
    <>
      <PageHead
        title={round?.name ?? t('app.rounds.one')}
        facts={round && <RoundFacts round={round} isHere />}
        actions={round && <RoundActs round={round} etag={read?.etag ?? undefined} />}
      />
      <div className={classes.page}>
        {error && !round && <ErrorNote problem={error} retry={refetch} />}
        {!round && !error && <LoadingBars rows={8} />}
        {round && (
          <>
            <Steps round={round} />
            <Places round={round} />
            <Section title={t('app.rounds.areas')}>
              <AreaProgress round={round} />
            </Section>
            <Section title={t('app.rounds.units', { count: round.subjects })}>
              <SubjectList round={round} />
            </Section>
          </>
        )}
      </div>
    </>
  )
}

/** The five steps in their order, with their days; the present one says what it still waits for. */
function Steps({ round }: { round: Round }) {
  const { t, day, number } = useWords()
  const { state, open, subjects } = round
  return (
    <ol className={classes.steps} aria-label={t('app.rounds.steps')}>
      {ROUND_STATES.map((step) => {
        const place = placeOf(step, state)
        const on = dayOfStep(round, step)
        return (
          <li key={step} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
            <b>{t(`app.rounds.state.${step}`)}</b>
            <small>{on ? day(on) : t('app.rounds.noDay')}</small>
            {place === 'now' && state !== 'published' && (
              <small>
                {t(`app.rounds.left.${state}`, { open: number(open), count: open, all: number(subjects) })}
              </small>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Where the work on it is done. */
function Places({ round }: { round: Round }) {
  const { t } = useWords()
  const { unit } = useSelection()
  const { may } = useMe()
  const to = (path: string, more: object = {}) =>
    ({ to: path, params: { round: round.id, ...more }, search: keepPlace }) as object
  return (
    <nav className={classes.places} aria-label={t('app.rounds.places')}>
      {unit && unit !== round.keeper.code && may('score.say') && (
        <Link {...(to('/rounds/$round/units/$unit', { unit }) as { to: '/' })}>
          {t('app.rounds.mySheet')}
        </Link>
      )}
      <Link {...(to('/rounds/$round/table') as { to: '/' })}>{t('app.council.title')}</Link>
      {round.state === 'published' && (
        <Link {...(to('/results/$round') as { to: '/' })}>{t('app.rounds.result')}</Link>
      )}
    </nav>
  )
}
