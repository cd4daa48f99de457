import { useNavigate, useParams } from '@tanstack/react-router'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { changeSurvey, getSurvey, listSurveys, type Survey } from '../../../api/surveys.ts'
import { toSurvey } from '../links.tsx'
import { SurveyFacts } from '../survey-facts.tsx'
import classes from '../surveys.module.css'
import { draftOf } from './form-state.ts'
import { SurveyForm } from './survey-form.tsx'
import { useCriteria } from './use-criteria.ts'

/** Changes a draft; of a running survey the last day. */
export function EditSurveyPage() {
  const { t } = useWords()
  const { survey: id } = useParams({ strict: false }) as { survey: string }
  const { data: read, error, refetch } = useEtagRead(getSurvey, { survey: String(id) })
  const survey = read?.data.id === String(id) ? read.data : undefined
  return (
    <>
      <PageHead title={t('app.surveys.change')} facts={survey && <SurveyFacts survey={survey} />} />
      <div className={classes.page}>
        {error && !survey && <ErrorNote problem={error} retry={refetch} />}
        {!survey && !error && <LoadingBars rows={8} />}
        {survey && <Form survey={survey} etag={read?.etag ?? undefined} />}
      </div>
    </>
  )
}

function Form({ survey, etag }: { survey: Survey; etag: string | undefined }) {
  const criteria = useCriteria(survey.round.id)
  const go = useNavigate()
  const { run, isBusy, problem } = useWrite(changeSurvey, {
    refreshes: [getSurvey, listSurveys],
    onDone: () => go(toSurvey(survey.id) as never),
  })
  return (
    <SurveyForm
      first={draftOf(survey)}
      criteria={criteria ?? []}
      isFixed={survey.state !== 'draft'}
      isReady={survey.may.includes('change')}
      isBusy={isBusy}
      problem={problem}
      cancel={toSurvey(survey.id)}
      onSave={(draft) => run({ survey: survey.id, ...draft }, { ifMatch: etag })}
    />
  )
}
