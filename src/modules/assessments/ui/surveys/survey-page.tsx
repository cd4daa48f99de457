import { useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { getSurvey, type Survey } from '../../api/surveys.ts'
import { isAskedOf, type SurveyQuestion } from '../../rules/survey-form.ts'
import { SurveyActs } from './survey-acts.tsx'
import { SurveyFacts, useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'
import { UnitList } from './unit-list.tsx'

/** One survey: how many answered in each unit, which criteria it scores, and what it asks. */
export function SurveyPage() {
  const { t } = useWords()
  const { survey: id } = useParams({ strict: false }) as { survey: string }
  const { data: read, error, refetch } = useEtagRead(getSurvey, { survey: String(id) })
  const survey = read?.data.id === String(id) ? read.data : undefined
  return (
    <>
      <PageHead
        title={survey?.name ?? t('app.surveys.one')}
        facts={survey && <SurveyFacts survey={survey} />}
        actions={survey && <SurveyActs survey={survey} etag={read?.etag ?? undefined} />}
      />
      <div className={classes.page}>
        {error && !survey && <ErrorNote problem={error} retry={refetch} />}
        {!survey && !error && <LoadingBars rows={8} />}
        {survey && (
          <>
            {survey.state !== 'draft' && survey.may.includes('follow') && (
              <Section title={t('app.surveys.units')}>
                <UnitList survey={survey} />
              </Section>
            )}
            <Section title={t('app.surveys.criteria')}>
              <Criteria survey={survey} />
            </Section>
            <Section title={t('app.surveys.asked', { count: survey.questions.length })}>
              <Questions survey={survey} />
            </Section>
          </>
        )}
      </div>
    </>
  )
}

/** What each criterion asks of the sample. */
function Criteria({ survey: { criteria, groups } }: { survey: Survey }) {
  const { t, number } = useWords()
  const nameOfGroup = useGroupName()
  if (criteria.length === 0) return <p className={classes.hint}>{t('app.surveys.noCriteria')}</p>
  const told = (weights: Record<string, string>) =>
    Object.entries(weights)
      .map(([code, weight]) => {
        const group = groups.find((one) => one.code === code)
        return `${group ? nameOfGroup(group) : code} ${number(weight)}`
      })
      .join(', ')
  return (
    <ul className={classes.plain}>
      {criteria.map(({ code, name, max, minSample, weights }) => (
        <li key={code}>
          <b>
            {code} {name}
          </b>
          <small>
            {t('app.surveys.points', { max: number(max) })} ·{' '}
            {t(weights ? 'app.surveys.sampleEach' : 'app.surveys.sampleAll', { count: minSample })}
            {weights && ` · ${t('app.surveys.weights', { weights: told(weights) })}`}
          </small>
        </li>
      ))}
    </ul>
  )
}

function Questions({ survey: { questions, groups, intro } }: { survey: Survey }) {
  const { t, lang } = useWords()
  const nameOfGroup = useGroupName()
  return (
    <>
      {intro && <p className={classes.intro}>{intro}</p>}
      <ol className={classes.asked}>
        {questions.map((question, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
          <li key={n}>
            {(lang === 'en' && question.textEn) || question.text}
            <small>
              <Answers question={question} />
              {question.criterion && ` · ${t('app.surveys.scores', { criterion: question.criterion })}`}
              {question.groups.length > 0 &&
                ` · ${groups
                  .filter(({ code }) => isAskedOf(question, code))
                  .map(nameOfGroup)
                  .join(', ')}`}
            </small>
          </li>
        ))}
      </ol>
    </>
  )
}

function Answers({ question }: { question: SurveyQuestion }) {
  const { t, lang } = useWords()
  if (question.kind === 'yes-no') return t('app.surveys.kind.yes-no')
  if (question.kind === 'scale') return t('app.surveys.scaleOf', { top: question.top })
  return question.options.map(({ label, labelEn }) => (lang === 'en' && labelEn) || label).join(' / ')
}
