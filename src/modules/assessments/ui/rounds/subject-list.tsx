import { Button, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type * as z from 'zod'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { StateMark } from '#web/kit/state-mark.tsx'
import { useWords } from '#web/kit/words.tsx'
import { type ApiProblem, call, type NoNetwork } from '#web/sync/call.ts'
import { nameOf } from '#web/sync/use-read.ts'
import { listSubjects, type Round, type RoundSubject } from '../../api/rounds.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import classes from './rounds.module.css'

type Part = z.infer<typeof listSubjects.output>

/** Who takes part: whether they have sent and answered, and how far each stage is. */
export function SubjectList({ round }: { round: Round }) {
  const { t } = useWords()
  const step = round.state === 'self' || round.state === 'explain' ? round.state : null
  const [isOnly, setOnly] = useState(false)
  const [returned, setReturned] = useState<RoundSubject | null>(null)
  const { data, error, refetch, ...more } = useSubjects(round.id, isOnly && step ? step : undefined)
  const subjects = data?.flatMap((page) => page.subjects)
  const mayReturn = round.may.includes('return')
  return (
    <>
      {step && (
        <SegmentedControl
          mb="xs"
          aria-label={t('app.rounds.filters')}
          value={isOnly ? 'waiting' : 'all'}
          data={[
            { value: 'all', label: t('app.rounds.allUnits') },
            { value: 'waiting', label: t(`app.rounds.waitingFor.${step}`) },
          ]}
          onChange={(value) => setOnly(value === 'waiting')}
        />
      )}
      {error && !subjects && <ErrorNote problem={error} retry={refetch} />}
      {!subjects && !error && <LoadingBars rows={6} />}
      {subjects?.length === 0 && <EmptyNote>{t('app.rounds.nobodyWaits')}</EmptyNote>}
      {subjects && subjects.length > 0 && (
        <ul className={classes.list}>
          {subjects.map((subject) => (
            <Row
              key={subject.code}
              round={round}
              subject={subject}
              {...(mayReturn && canReturn(round, subject) && { onReturn: () => setReturned(subject) })}
            />
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
      {returned && <ReasonDialog round={round} subject={returned} onClose={() => setReturned(null)} />}
    </>
  )
}

const canReturn = ({ state }: Round, { sentAt, explainedAt }: RoundSubject) =>
  (state === 'self' && sentAt !== null) || (state === 'explain' && explainedAt !== null)

function useSubjects(round: string, waiting: 'self' | 'explain' | undefined) {
  const asked = { round, waiting, limit: 200 }
  return useInfiniteQuery<Part, ApiProblem | NoNetwork, Part[], unknown[], string | undefined>({
    queryKey: [nameOf(listSubjects), asked],
    initialPageParam: undefined,
    queryFn: async ({ pageParam: after, signal }) =>
      (await call(listSubjects, { ...asked, after }, { signal })).data,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    select: ({ pages }) => pages,
    placeholderData: (old) => old,
  })
}

type RowProps = { round: Round; subject: RoundSubject; onReturn?: () => void }

function Row({ round, subject, onReturn }: RowProps) {
  const { t, number } = useWords()
  const { code, name, self, verified, reVerified, final, cells, explanations } = subject
  const facts = [
    ['self', self],
    ['verified', verified],
    ['explained', explanations],
    ['re-verified', reVerified],
    ['final', final],
  ] as const
  const told = facts.filter(([, count]) => count > 0)
  return (
    <li>
      <div className={classes.words}>
        <Link
          to={'/rounds/$round/units/$unit' as never}
          params={{ round: round.id, unit: code } as never}
          search={keepPlace as never}
        >
          {name}
        </Link>
        <small>
          {told.length === 0
            ? t('app.rounds.nothingSaid')
            : told
                .map(
                  ([stage, count]) =>
                    `${t(`app.score.stage.${stage}`)} ${number(count)}/${number(stage === 'explained' ? verified : cells)}`,
                )
                .join(' · ')}
        </small>
      </div>
      <div className={classes.state}>
        <Standing round={round} subject={subject} />
        {onReturn && (
          <Button variant="subtle" color="brick" size="compact-sm" onClick={onReturn}>
            {t('app.rounds.return')}
          </Button>
        )}
      </div>
    </li>
  )
}

function Standing({ round: { state }, subject: { sentAt, sentBy, explainedAt } }: RowProps) {
  const { t, instant } = useWords()
  if (state === 'explain' && explainedAt)
    return <StateMark state="submitted" word={t('app.rounds.explainedAt', { at: instant(explainedAt) })} />
  if (state === 'explain') return <StateMark state="draft" word={t('app.rounds.explaining')} />
  if (!sentAt) return <StateMark state="draft" word={t('app.rounds.scoring')} />
  if (sentBy === '') return <StateMark state="locked" word={t('app.rounds.takenAsIs')} />
  return <StateMark state="submitted" word={t('app.rounds.sentAt', { at: instant(sentAt) })} />
}
