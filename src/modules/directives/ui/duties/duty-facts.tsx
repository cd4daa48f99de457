import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useWords } from '#web/kit/words.tsx'
import type { Occurrence } from '../../api/duties.ts'
import { DirectiveLink, keepPlace } from '../register/directive-link.tsx'
import classes from './duties.module.css'

/** What is asked, by when, who decides, and what became of the day and of the unit. */
export function DutyFacts({ duty: occurrence }: { duty: Occurrence }) {
  const { t, day, instant, number } = useWords()
  const { duty, dueOn, askedDueOn, daysLate, withdrawn, extensions, others } = occurrence
  return (
    <dl className={classes.facts}>
      <dt>{t('app.duties.dueOn')}</dt>
      <dd>
        {dueOn === null ? t('app.duties.noDay') : day(dueOn)}
        {daysLate > 0 && `, ${t('app.duties.late', { days: number(daysLate) })}`}
        {askedDueOn !== null &&
          askedDueOn !== dueOn &&
          `, ${t('app.duties.asked', { day: day(askedDueOn) })}`}
      </dd>
      {extensions.map(({ to, reason, by, at }) => (
        <Pair key={at} name={t('app.duties.extended')}>
          {t('app.duties.extendedTo', { day: day(to), by, at: instant(at) })} “{reason}”
        </Pair>
      ))}
      <Pair name={t('app.duties.product')}>{t(`app.duties.product.${duty.product}`)}</Pair>
      <Pair name={t('app.duties.decider')}>{duty.decider.name}</Pair>
      <Pair name={t('app.duties.issued')}>
        {day(duty.issuedOn)}, {duty.issued.by}
      </Pair>
      {others.length > 0 && (
        <Pair name={t('app.duties.others')}>
          <Turns ids={others.map(({ id, ordinal }) => ({ id, text: number(ordinal) }))} />
        </Pair>
      )}
      {(['passedTo', 'passedFrom'] as const).map(
        (way) =>
          occurrence[way].length > 0 && (
            <Pair key={way} name={t(`app.duties.${way}`)}>
              <Turns ids={occurrence[way].map(({ id, unit }) => ({ id, text: unit.name }))} />
            </Pair>
          ),
      )}
      {occurrence.passedBy && (
        <Pair name={t('app.duties.passedBy')}>
          <DirectiveLink directive={occurrence.passedBy} />
        </Pair>
      )}
      {withdrawn && (
        <Pair name={t('app.duties.withdrawn')}>
          “{withdrawn.because}” {withdrawn.by}, {instant(withdrawn.at)}
        </Pair>
      )}
    </dl>
  )
}

const Pair = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
)

const Turns = ({ ids }: { ids: readonly { id: string; text: string }[] }) =>
  ids.map(({ id, text }, n) => (
    <span key={id}>
      {n > 0 && ', '}
      <Link to={'/duties/$id' as never} params={{ id } as never} search={keepPlace as never}>
        {text}
      </Link>
    </span>
  ))
