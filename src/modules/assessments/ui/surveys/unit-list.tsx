import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import type * as z from 'zod'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listProgress, type Survey, type UnitProgress } from '../../api/surveys.ts'
import { SurveyLink, toUnit } from './links.tsx'
import { useGroupName } from './survey-facts.tsx'
import classes from './surveys.module.css'

type Part = z.infer<typeof listProgress.output>

/** Units of the round: how many of each group answered, and whether the samples are large enough. */
export function UnitList({ survey }: { survey: Survey }) {
  const { t } = useWords()
  const nameOfGroup = useGroupName()
  const { data, error, refetch, ...more } = useProgress(survey.id)
  const units = data?.flatMap((page) => page.units)
  if (error && !units) return <ErrorNote problem={error} retry={refetch} />
  if (!units) return <LoadingBars rows={6} />
  if (units.length === 0) return <EmptyNote>{t('app.surveys.noUnits')}</EmptyNote>
  return (
    <>
      <p className={classes.hint}>{t('app.surveys.fewMeans')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('app.surveys.units')}>
        <table className={`tbl ${classes.units}`}>
          <thead>
            <tr>
              <th scope="col">{t('app.surveys.unit')}</th>
              {survey.groups.map((group) => (
                <th key={group.code} scope="col">
                  {nameOfGroup(group)}
                </th>
              ))}
              <th scope="col">{t('app.surveys.sample')}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <Row key={unit.code} survey={survey} unit={unit} />
            ))}
          </tbody>
        </table>
      </section>
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
    </>
  )
}

function useProgress(survey: string) {
  const asked = { survey, limit: 100 }
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, Part[], unknown[], string | undefined>({
    queryKey: [nameOf(listProgress), asked],
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listProgress, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}

function Row({ survey, unit: { code, name, groups, short } }: { survey: Survey; unit: UnitProgress }) {
  const { t } = useWords()
  const isRun = groups.some(({ handedOut, answered }) => handedOut > 0 || answered !== null)
  return (
    <tr>
      <th scope="row">
        <SurveyLink to={toUnit(survey.id, code)}>{name}</SurveyLink>
      </th>
      {groups.map((group) => (
        <td key={group.group}>
          <Sheets {...group} />
        </td>
      ))}
      <td>
        {!isRun ? (
          <span className="idle">{t('app.surveys.notRun')}</span>
        ) : short.length === 0 ? (
          <StateMark state="approved" word={t('app.surveys.enough')} />
        ) : (
          <StateMark state="look" word={t('app.surveys.tooFew', { criteria: short.join(', ') })} />
        )}
      </td>
    </tr>
  )
}

/** Answered of those given out; fewer than five are not told. */
export function Sheets({ handedOut, answered }: { handedOut: number; answered: number | null }) {
  const { t, number } = useWords()
  const came = answered === null ? t('app.surveys.few') : number(answered)
  if (handedOut === 0) return answered === null ? <span className="idle">–</span> : came
  return t('app.surveys.of', { answered: came, handedOut: number(handedOut) })
}
