import { Button, NumberInput, Select } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { listSubjects } from '../../api/rounds.ts'
import {
  getSurvey,
  type HandedOut,
  handOut,
  listProgress,
  listSurveys,
  type Survey,
} from '../../api/surveys.ts'
import { SurveyFacts, useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'
import { TokenSheets } from './token-sheets.tsx'

const ALL = '*'

/** Makes tokens and shows them once: as links, and as a sheet of QR codes to print and cut. */
export function HandOutPage() {
  const { t } = useWords()
  const { survey: id } = useParams({ strict: false }) as { survey: string }
  const { data, error, refetch } = useRead(getSurvey, { survey: String(id) })
  const survey = data?.id === String(id) ? data : undefined
  const [made, setMade] = useState<HandedOut[] | null>(null)
  return (
    <>
      <PageHead title={t('app.surveys.handOut')} facts={survey && <SurveyFacts survey={survey} />} />
      <div className={classes.page}>
        {error && !survey && <ErrorNote problem={error} retry={refetch} />}
        {!survey && !error && <LoadingBars rows={6} />}
        {survey && !survey.may.includes('hand-out') && !made && (
          <EmptyNote>{t('app.surveys.notNow')}</EmptyNote>
        )}
        {survey?.may.includes('hand-out') && !made && <Ask survey={survey} onMade={setMade} />}
        {survey && made && <TokenSheets survey={survey} made={made} onMore={() => setMade(null)} />}
      </div>
    </>
  )
}

function Ask({ survey, onMade }: { survey: Survey; onMade(made: HandedOut[]): void }) {
  const { t } = useWords()
  const nameOfGroup = useGroupName()
  const [group, setGroup] = useState(survey.groups[0]!.code)
  const [unit, setUnit] = useState(ALL)
  const [count, setCount] = useState<number | string>(30)
  const { data: subjects } = useRead(listSubjects, { round: survey.round.id, limit: 500 })
  const { run, isBusy, problem } = useWrite(handOut, {
    refreshes: [getSurvey, listProgress, listSurveys],
    onDone: ({ data }) => onMade(data.handedOut),
  })
  const isWhole = Number(count) >= 1
  return (
    <form
      noValidate
      className={classes.form}
      aria-label={t('app.surveys.handOut')}
      onSubmit={(event) => {
        event.preventDefault()
        const units = unit === ALL ? undefined : [unit]
        if (isWhole) run({ survey: survey.id, group, count: Number(count), ...(units && { units }) })
      }}
    >
      <p className={classes.hint}>{t('app.surveys.handOutMeans')}</p>
      <div className={classes.fields}>
        <Select
          allowDeselect={false}
          label={t('app.surveys.forWhom')}
          value={group}
          data={survey.groups.map((one) => ({ value: one.code, label: nameOfGroup(one) }))}
          onChange={(value) => setGroup(value ?? group)}
        />
        <Select
          searchable
          allowDeselect={false}
          label={t('app.surveys.unit')}
          value={unit}
          data={[
            { value: ALL, label: t('app.surveys.allUnits') },
            ...(subjects?.subjects ?? []).map(({ code, name }) => ({
              value: code,
              label: `${name} (${code})`,
            })),
          ]}
          onChange={(value) => setUnit(value ?? ALL)}
        />
        <NumberInput
          min={1}
          max={1000}
          allowDecimal={false}
          label={t('app.surveys.howMany')}
          value={count}
          onChange={setCount}
        />
      </div>
      {problem && <ErrorNote problem={problem} safe={t('app.editForm.kept')} />}
      <div className={classes.foot}>
        <Button type="submit" loading={isBusy} disabled={!isWhole}>
          {t('app.surveys.make')}
        </Button>
      </div>
    </form>
  )
}
