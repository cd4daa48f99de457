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
import { listRounds, type RoundLine } from '../../api/rounds.ts'
import { ROUND_STATES } from '../../schema.ts'
import { RoundMark } from './round-facts.tsx'
import classes from './rounds.module.css'

type Part = z.infer<typeof listRounds.output>
type Asked = { state?: string; every?: string | boolean }

/** Rounds of the chosen unit: kept there or below, or with it as a subject. */
export function RoundsPage() {
  const { t } = useWords()
  const { unit, period } = useSelection()
  const { may } = useMe()
  const search = useSearch({ strict: false }) as Asked
  const go = useNavigate()
  const state = ROUND_STATES.find((one) => one === search.state)
  const isEvery = String(search.every) === 'true'
  const { data: pages, error, refetch, ...more } = useRounds(unit, isEvery ? undefined : period, state)
  const rounds = pages?.flatMap((page) => page.rounds)
  const ask = (change: Asked) =>
    go({ to: '.', search: (old: object) => ({ ...old, ...change }), replace: true } as never)
  return (
    <>
      <PageHead
        title={t('app.rounds.title')}
        facts={<span>{isEvery ? t('app.rounds.every') : tellPeriod(t, period)}</span>}
        actions={
          may('round.steer') && (
            <Button component={Link} {...({ to: '/rounds/new', search: keepPlace } as object)}>
              {t('app.rounds.open')}
            </Button>
          )
        }
      />
      <search className={classes.tools} aria-label={t('app.rounds.filters')}>
        <Select
          clearable
          aria-label={t('app.rounds.step')}
          placeholder={t('app.rounds.step')}
          value={state ?? null}
          data={ROUND_STATES.map((value) => ({ value, label: t(`app.rounds.state.${value}`) }))}
          onChange={(value) => ask({ state: value as never })}
        />
        <Select
          allowDeselect={false}
          aria-label={t('app.rounds.which')}
          value={String(isEvery)}
          data={[
            { value: 'false', label: tellPeriod(t, period) },
            { value: 'true', label: t('app.rounds.every') },
          ]}
          onChange={(value) => ask({ every: value === 'true' ? 'true' : (undefined as never) })}
        />
      </search>
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.rounds.chooseUnit')}</EmptyNote>}
        {error && !rounds && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !rounds && !error && <LoadingBars rows={6} />}
        {rounds?.length === 0 && (
          <EmptyNote>{t(isEvery || state ? 'app.rounds.none' : 'app.rounds.noneYet')}</EmptyNote>
        )}
        {rounds && rounds.length > 0 && (
          <ul className={classes.list} aria-label={t('app.rounds.title')}>
            {rounds.map((round) => (
              <Row key={round.id} round={round} unit={unit} />
            ))}
          </ul>
        )}
        {more.hasNextPage && (
          <Button
            variant="default"
            mt="sm"
            loading={more.isFetchingNextPage}
            onClick={() => more.fetchNextPage()}
          >
            {t('app.rounds.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function useRounds(unit: string | null, period: string | undefined, state: RoundLine['state'] | undefined) {
  const asked = { unit: unit ?? '', period, state, limit: 50 }
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, Part[], unknown[], string | undefined>({
    queryKey: [nameOf(listRounds), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listRounds, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}

function Row({ round, unit }: { round: RoundLine; unit: string | null }) {
  const { t, number } = useWords()
  const { id, name, scheme, period, keeper, state, subjects, sent, explained } = round
  const isOwn = useMe().may('score.say') && unit !== null && unit !== keeper.code
  const done = { self: sent, explain: explained }[state as 'self' | 'explain']
  return (
    <li>
      <div className={classes.words}>
        <Link to={'/rounds/$round' as never} params={{ round: id } as never} search={keepPlace as never}>
          {name}
        </Link>
        <small>
          {t('app.rounds.scheme', { name: scheme.name, version: scheme.version })} · {tellPeriod(t, period)} ·{' '}
          {keeper.name}
        </small>
      </div>
      <div className={classes.state}>
        <RoundMark round={round} />
        <small>
          {done === undefined
            ? t('app.rounds.subjects', { count: subjects, number: number(subjects) })
            : t(`app.rounds.progress.${state}`, { done: number(done), all: number(subjects) })}
        </small>
        {isOwn && (
          <Link
            className={classes.sheet}
            to={'/rounds/$round/units/$unit' as never}
            params={{ round: id, unit } as never}
            search={keepPlace as never}
          >
            {t('app.rounds.mySheet')}
          </Link>
        )}
      </div>
    </li>
  )
}
