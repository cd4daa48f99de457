import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { StateMark } from '#web/kit/state-mark.tsx'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listResults, type ResultLine } from '../../api/results.ts'
import { EnterExternal } from './enter-external.tsx'
import { ResultLink } from './links.tsx'
import classes from './results.module.css'
import { UnitYears } from './unit-years.tsx'

/** Every published result, the latest period first, those of others beside our own; and one unit's over the years. */
export function ResultsPage() {
  const { t } = useWords()
  const { unit } = useSelection()
  const { may } = useMe()
  const { data, error, refetch } = useRead(listResults, {}, { offline: true })
  return (
    <>
      <PageHead
        title={t('app.results.title')}
        facts={<span>{t('app.results.means')}</span>}
        actions={may('result.publish') && <EnterExternal />}
      />
      <div className={classes.page}>
        {unit !== null && <UnitYears unit={unit} />}
        <Section title={t('app.results.all')}>
          {error && !data && <ErrorNote problem={error} retry={refetch} />}
          {!data && !error && <LoadingBars rows={4} />}
          {data?.results.length === 0 && <EmptyNote>{t('app.results.none')}</EmptyNote>}
          {data && data.results.length > 0 && (
            <ul className={classes.list}>
              {data.results.map((result) => (
                <Row key={result.id} result={result} />
              ))}
            </ul>
          )}
        </Section>
      </div>
    </>
  )
}

function Row({ result }: { result: ResultLine }) {
  const { t, number, day } = useWords()
  const { id, name, scheme, period, keeper, publishedOn, decision, subjects, complete, versions } = result
  return (
    <li>
      <div className={classes.words}>
        <ResultLink round={id}>{name}</ResultLink>
        <small>
          {t('app.rounds.scheme', { name: scheme.name, version: scheme.version })} · {tellPeriod(t, period)} ·{' '}
          {keeper.name}
        </small>
        <small>{t('app.results.decision', { decision, day: day(publishedOn) })}</small>
      </div>
      <div className={classes.state}>
        {scheme.isExternal && <StateMark state="locked" word={t('app.results.external')} />}
        <small>
          {t('app.results.complete', {
            complete: number(complete),
            subjects: number(subjects),
            count: subjects,
          })}
        </small>
        {versions > 1 && <StateMark state="look" word={t('app.results.changed', { count: versions - 1 })} />}
      </div>
    </li>
  )
}
