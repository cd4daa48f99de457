import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem } from '#web/sync/call.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { getSheet } from '../../api/scoring.ts'
import {
  closeSurvey,
  getSurvey,
  getUnitSurvey,
  listProgress,
  listSurveys,
  type Survey,
  startSurvey,
} from '../../api/surveys.ts'
import { toSurvey } from './links.tsx'
import classes from './surveys.module.css'

type Props = { survey: Survey; etag: string | undefined }
const OLD = [getSurvey, listSurveys, listProgress, getUnitSurvey]

/** Changing, starting, giving out, closing. */
export function SurveyActs({ survey, etag }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<'start' | 'close' | null>(null)
  const { id, may } = survey
  const close = () => setAsked(null)
  return (
    <>
      {may.includes('change') && (
        <Button component={Link} variant="default" {...toSurvey(id, '/edit')}>
          {t('app.surveys.change')}
        </Button>
      )}
      {may.includes('start') && <Button onClick={() => setAsked('start')}>{t('app.surveys.start')}</Button>}
      {may.includes('close') && (
        <Button variant="default" onClick={() => setAsked('close')}>
          {t('app.surveys.close')}
        </Button>
      )}
      {may.includes('hand-out') && (
        <Button component={Link} {...toSurvey(id, '/hand-out')}>
          {t('app.surveys.handOut')}
        </Button>
      )}
      {asked === 'start' && <Start survey={survey} etag={etag} onClose={close} />}
      {asked === 'close' && <Close survey={survey} etag={etag} onClose={close} />}
    </>
  )
}

type Asked = Props & { onClose(): void }

function Start({ survey: { id, name, questions }, etag, onClose }: Asked) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(startSurvey, { refreshes: OLD, onDone: onClose })
  return (
    <Confirm
      opened
      title={t('app.surveys.start')}
      action={t('app.surveys.start')}
      isBusy={isBusy}
      onConfirm={() => run({ survey: id }, { ifMatch: etag })}
      onClose={onClose}
    >
      <p className={classes.said}>
        <b>{name}</b>, {t('app.surveys.questions', { count: questions.length })}
      </p>
      <p className={classes.said}>{t('app.surveys.startMeans')}</p>
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

/** What samples are too small is told first; closing all the same is asked a second time. */
function Close({ survey: { id, name, criteria }, etag, onClose }: Asked) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(closeSurvey, { refreshes: [...OLD, getSheet], onDone: onClose })
  const isShort = problem instanceof ApiProblem && problem.told.code === 'survey.short'
  return (
    <Confirm
      opened
      danger={isShort}
      title={t('app.surveys.close')}
      action={t(isShort ? 'app.surveys.closeAnyway' : 'app.surveys.close')}
      isBusy={isBusy}
      onConfirm={() => run({ survey: id, anyway: isShort }, { ifMatch: etag })}
      onClose={onClose}
    >
      <p className={classes.said}>
        <b>{name}</b>
      </p>
      <p className={classes.said}>
        {t('app.surveys.closeMeans', { criteria: criteria.map(({ code }) => code).join(', ') })}
      </p>
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
