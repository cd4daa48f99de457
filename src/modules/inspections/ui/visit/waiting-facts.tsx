import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { VisitDraft } from '../../api/visits.ts'
import classes from '../inspections.module.css'

/** What was written and is still on this device, in short. */
export function WaitingFacts({ draft }: { draft: VisitDraft }) {
  const { t, day, number } = useWords()
  const { visitedOn, team, summary, findings } = draft
  return (
    <section className={classes.waiting} aria-label={t('app.inspection.waiting')}>
      <p role="status">
        <StateMark state="queued" word={t('app.inspection.waiting')} />
      </p>
      <dl className={classes.facts}>
        <dt>{t('app.inspection.visitedOn')}</dt>
        <dd>{day(visitedOn)}</dd>
        <dt>{t('app.inspection.team')}</dt>
        <dd>{team.join('; ')}</dd>
        {summary && <dt>{t('app.inspection.summary')}</dt>}
        {summary && <dd className={classes.prose}>{summary}</dd>}
        <dt>{t('app.inspection.findings.count', { count: number(findings.length) })}</dt>
        <dd>
          {findings.map(({ key, text }) => (
            <p key={key} className={classes.prose}>
              {text}
            </p>
          ))}
        </dd>
      </dl>
    </section>
  )
}
