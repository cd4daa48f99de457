import type { ReactNode } from 'react'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Plan } from '../../api/plans.ts'
import { DirectiveLink } from '../register/directive-link.tsx'
import { PlanLink } from './plan-link.tsx'
import classes from './plans.module.css'
import { ProgressBar } from './progress-bar.tsx'

type Related = NonNullable<Plan['from']>

/** What a plan answers, what it was issued as, how far it is, what it came from and what became of it. */
export function PlanFacts({ plan }: { plan: Plan }) {
  const { t, day, number, instant } = useWords()
  const { answers, directive, tasks, from, copies, made, withdrawnBecause } = plan
  const facts: [key: string, value: ReactNode][] = [
    ['answers', answers.map((one) => <Named key={one.id} directive={one} />)],
    ['issuedAs', directive && <Named directive={directive} />],
    ['days', t('app.plans.fromTo', { from: day(plan.startsOn), to: day(plan.endsOn) })],
    [
      'progress',
      plan.state === 'issued' && <ProgressBar percent={tasks.percent} label={t('app.plans.progress')} />,
    ],
    [
      'tasks',
      t('app.plans.count', { done: number(tasks.done), all: number(tasks.all), late: number(tasks.late) }),
    ],
    ['cameFrom', from && <Kin plan={from} />],
    ['wentTo', copies.map((one) => <Kin key={one.id} plan={one} />)],
    ['written', `${made.by}, ${instant(made.at)}`],
    ['withdrawnBecause', withdrawnBecause],
  ]
  return (
    <dl className={classes.facts}>
      {facts
        .filter(([, value]) => value && !(Array.isArray(value) && value.length === 0))
        .flatMap(([key, value]) => [
          <dt key={`${key} name`}>{t(`app.plans.${key}`)}</dt>,
          <dd key={key}>{value}</dd>,
        ])}
    </dl>
  )
}

function Named({ directive }: { directive: NonNullable<Plan['directive']> }) {
  const { day } = useWords()
  return (
    <div>
      <DirectiveLink directive={directive} /> ({day(directive.issuedOn)}) {directive.excerpt}
    </div>
  )
}

/** A plan that it was copied from or to: whose, for when, by which decision. */
function Kin({ plan: { id, origin, unit, period, state, decision } }: { plan: Related }) {
  const { t } = useWords()
  return (
    <div>
      <PlanLink id={id}>
        {unit.name}, {tellPeriod(t, period)}
      </PlanLink>{' '}
      ({t(`app.plans.origin.${origin}`)}, {t(`app.plans.state.${state}`)})
      {decision && (
        <>
          {' · '}
          <DirectiveLink directive={decision} />
        </>
      )}
    </div>
  )
}
