import { Button, Select } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type * as z from 'zod'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { tellPeriod } from '#web/kit/tell-period.ts'
import { useWords } from '#web/kit/words.tsx'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { useMe } from '#web/sync/use-me.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listSurveys, type SurveyLine } from '../../api/surveys.ts'
import { SurveyLink, toSurvey, toUnit } from './links.tsx'
import { SurveyMark } from './survey-facts.tsx'
import classes from './surveys.module.css'

type Part = z.infer<typeof listSurveys.output>

/** Surveys of the rounds of the chosen unit: kept there or below, or with it as a subject. */
export function SurveysPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const { may } = useMe()
  const { every } = useSearch({ strict: false }) as { every?: string | boolean }
  const go = useNavigate()
  const isEvery = String(every) === 'true'
  const { data: pages, error, refetch, ...more } = useSurveys(unit, isEvery ? undefined : period)
  const surveys = pages?.flatMap((page) => page.surveys)
  const choose = (value: string | null) =>
    go({
      to: '.',
      search: (old: object) => ({ ...old, every: value === 'true' ? 'true' : undefined }),
      replace: true,
    } as never)
  return (
    <>
      <PageHead
        title={t('app.surveys.title')}
        facts={<span>{isEvery ? t('app.surveys.every') : tellPeriod(t, period)}</span>}
        actions={
          may('survey.open') && (
            <Button component={Link} {...({ to: '/surveys/new', search: keepPlace } as object)}>
              {t('app.surveys.write')}
            </Button>
          )
        }
      />
      <search className={classes.tools}>
        <Select
          allowDeselect={false}
          aria-label={t('app.surveys.which')}
          value={String(isEvery)}
          data={[
            { value: 'false', label: tellPeriod(t, period) },
            { value: 'true', label: t('app.surveys.every') },
          ]}
          onChange={choose}
        />
      </search>
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.surveys.chooseUnit')}</EmptyNote>}
        {error && !surveys && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !surveys && !error && <LoadingBars rows={6} />}
        {surveys?.length === 0 && <EmptyNote>{t('app.surveys.none')}</EmptyNote>}
        {surveys && surveys.length > 0 && (
          <ul className={classes.list} aria-label={t('app.surveys.title')}>
            {surveys.map((survey) => (
              <Row key={survey.id} survey={survey} unit={unit} />
            ))}
          </ul>
        )}
        {more.hasNextPage && (
          <Button
            mt="sm"
            variant="default"
            loading={more.isFetchingNextPage}
            onClick={() => more.fetchNextPage()}
          >
            {t('app.surveys.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function useSurveys(unit: string | null, period: string | undefined) {
  const asked = { unit: unit ?? '', period, limit: 50 }
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, Part[], unknown[], string | undefined>({
    queryKey: [nameOf(listSurveys), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listSurveys, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}

function Row({ survey, unit }: { survey: SurveyLine; unit: string | null }) {
  const { t, number } = useWords()
  const { id, name, round, state, questions, handedOut, answered } = survey
  return (
    <li>
      <div className={classes.words}>
        <SurveyLink to={toSurvey(id)}>{name}</SurveyLink>
        <small>
          {round.name} · {tellPeriod(t, round.period)} · {t('app.surveys.questions', { count: questions })}
        </small>
      </div>
      <div className={classes.state}>
        <SurveyMark survey={survey} />
        {state !== 'draft' && (
          <small>
            {t('app.surveys.sheets', {
              answered: answered === null ? t('app.surveys.few') : number(answered),
              handedOut: number(handedOut),
            })}
          </small>
        )}
        {state !== 'draft' && unit !== null && unit !== round.keeper.code && (
          <SurveyLink to={toUnit(id, unit)}>{t('app.surveys.mine')}</SurveyLink>
        )}
      </div>
    </li>
  )
}
