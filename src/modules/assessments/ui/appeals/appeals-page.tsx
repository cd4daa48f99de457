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
import { nameOf } from '#web/sync/use-read.ts'
import { type AppealLine, listAppeals } from '../../api/appeals.ts'
import { AppealMark } from './appeal-mark.tsx'
import classes from './appeals.module.css'

type Part = z.infer<typeof listAppeals.output>
const STATES = ['open', 'closed'] as const

/** Appeals of the chosen unit and of those below it: what waits first, by its due day. */
export function AppealsPage() {
  const { t } = useWords()
  const { unit } = useSelection()
  const search = useSearch({ strict: false }) as { state?: string }
  const go = useNavigate()
  const state = STATES.find((one) => one === search.state)
  const { data: appeals, error, refetch, ...more } = useAppeals(unit, state)
  return (
    <>
      <PageHead title={t('app.appeals.title')} facts={<span>{t('app.appeals.means')}</span>} />
      <search className={classes.tools} aria-label={t('app.appeals.filters')}>
        <Select
          clearable
          aria-label={t('app.appeals.which')}
          placeholder={t('app.appeals.all')}
          value={state ?? null}
          data={STATES.map((value) => ({ value, label: t(`app.appeals.${value}`) }))}
          onChange={(value) =>
            go({
              to: '.',
              search: (old: object) => ({ ...old, state: value ?? undefined }),
              replace: true,
            } as never)
          }
        />
      </search>
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.appeals.chooseUnit')}</EmptyNote>}
        {error && !appeals && <ErrorNote problem={error} retry={refetch} />}
        {unit !== null && !appeals && !error && <LoadingBars rows={4} />}
        {appeals?.length === 0 && <EmptyNote>{t('app.appeals.none')}</EmptyNote>}
        {appeals && appeals.length > 0 && (
          <ul className={classes.list} aria-label={t('app.appeals.title')}>
            {appeals.map((appeal) => (
              <Row key={appeal.id} appeal={appeal} />
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
            {t('app.appeals.more')}
          </Button>
        )}
      </div>
    </>
  )
}

function useAppeals(unit: string | null, state: 'open' | 'closed' | undefined) {
  const asked = { unit: unit ?? '', state, limit: 50 }
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, AppealLine[], unknown[], string | undefined>({
    queryKey: [nameOf(listAppeals), asked],
    enabled: unit !== null,
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listAppeals, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages.flatMap((page) => page.appeals),
  })
}

function Row({ appeal }: { appeal: AppealLine }) {
  const { t, day } = useWords()
  const { id, kind, unit, criterion, about, filedOn, owner, isMine } = appeal
  return (
    <li>
      <div className={classes.words}>
        <Link to={'/appeals/$appeal' as never} params={{ appeal: id } as never} search={keepPlace as never}>
          {unit.name}:{' '}
          {kind === 'grade'
            ? t('app.appeals.grade')
            : criterion
              ? `${criterion.code} ${criterion.name}`
              : t('app.appeals.whole')}
        </Link>
        <small>
          {about.name} · {tellPeriod(t, about.period)} · {t('app.appeals.filedOn', { day: day(filedOn) })}
        </small>
        <small>
          {isMine
            ? t('app.appeals.mine')
            : owner
              ? t('app.appeals.ownedBy', { name: owner })
              : t('app.appeals.noOwner')}
        </small>
      </div>
      <div className={classes.state}>
        <AppealMark appeal={appeal} />
      </div>
    </li>
  )
}
