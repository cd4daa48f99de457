import { useParams } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getSurvey, getUnitSurvey } from '../../api/surveys.ts'
import { SurveyLink, toSurvey } from './links.tsx'
import { PaperForm } from './paper-form.tsx'
import { ResultList } from './result-list.tsx'
import { SurveyMark, useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'
import { Sheets } from './unit-list.tsx'

/** A survey in one unit: how many answered, papers typed in, and once it is closed what was answered. */
export function UnitPage() {
  const { t } = useWords()
  const asked = useParams({ strict: false }) as { survey: string; unit: string }
  const id = String(asked.survey)
  const unit = String(asked.unit)
  const nameOfGroup = useGroupName()
  const { data: survey, error, refetch } = useRead(getSurvey, { survey: id })
  const { data: told, error: failed, refetch: again } = useRead(getUnitSurvey, { survey: id, unit })
  const isHere = survey?.id === id && told?.code === unit
  const problem = error ?? failed
  return (
    <>
      <PageHead
        title={isHere ? told.name : t('app.surveys.ofUnit')}
        facts={
          isHere && (
            <>
              <SurveyMark survey={survey} />
              <SurveyLink to={toSurvey(id)}>{survey.name}</SurveyLink>
            </>
          )
        }
      />
      <div className={classes.page}>
        {problem && !isHere && (
          <ErrorNote
            problem={problem}
            retry={() => {
              refetch()
              again()
            }}
          />
        )}
        {!isHere && !problem && <LoadingBars rows={6} />}
        {isHere && (
          <>
            <Section title={t('app.surveys.cameIn')}>
              <ul className={classes.plain}>
                {told.groups.map((group) => {
                  const named = survey.groups.find(({ code }) => code === group.group)
                  return (
                    <li key={group.group}>
                      <b>{named ? nameOfGroup(named) : group.group}</b>
                      <small>
                        <Sheets {...group} />
                      </small>
                    </li>
                  )
                })}
              </ul>
              {survey.state === 'running' && (
                <p className={classes.hint}>
                  {told.short.length === 0
                    ? t('app.surveys.enoughAll')
                    : t('app.surveys.tooFew', { criteria: told.short.join(', ') })}
                </p>
              )}
            </Section>
            {told.mayEnter && (
              <Section title={t('app.surveys.papers')}>
                <PaperForm survey={survey} unit={unit} />
              </Section>
            )}
            {told.results && (
              <Section title={t('app.surveys.results')}>
                {told.results.length === 0 ? (
                  <EmptyNote>{t('app.surveys.noResults')}</EmptyNote>
                ) : (
                  <ResultList survey={survey} results={told.results} />
                )}
              </Section>
            )}
          </>
        )}
      </div>
    </>
  )
}
