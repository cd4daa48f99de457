import { useWords } from '#web/kit/words.tsx'
import type { Visit } from '../../api/visits.ts'
import classes from '../inspections.module.css'
import { SeenFiles } from './seen-files.tsx'
import { tellPosition } from './tell-position.ts'

/** What was recorded of a visit. */
export function VisitFacts({ record }: { record: NonNullable<Visit['record']> }) {
  const { t, day, instant, number } = useWords()
  const { visitedOn, place, position, team, met, summary, files, by, at } = record
  return (
    <>
      <dl className={classes.facts}>
        <dt>{t('app.inspection.visitedOn')}</dt>
        <dd>{day(visitedOn)}</dd>
        {(place || position) && <dt>{t('app.inspection.place')}</dt>}
        {(place || position) && (
          <dd>
            {place}
            {position && <small>{tellPosition(position, number)}</small>}
          </dd>
        )}
        <dt>{t('app.inspection.team')}</dt>
        <dd>{team.join('; ')}</dd>
        {met.length > 0 && <dt>{t('app.inspection.met')}</dt>}
        {met.length > 0 && <dd>{met.join('; ')}</dd>}
        {summary && <dt>{t('app.inspection.summary')}</dt>}
        {summary && <dd className={classes.prose}>{summary}</dd>}
        <dt>{t('app.inspection.recordedBy')}</dt>
        <dd>
          {record.for ? t('app.inspection.byFor', { by, for: record.for }) : by}
          <small>{instant(at)}</small>
        </dd>
      </dl>
      <SeenFiles files={files} />
    </>
  )
}
