import { Confirm } from '#web/kit/confirm.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { type FedCell, previewFeed, writeFeed } from '../../api/feed.ts'
import { getRound, listSubjects, type Round } from '../../api/rounds.ts'
import { getQueue, getSheet, getTable } from '../../api/scoring.ts'
import classes from './rounds.module.css'

/** Lines that are listed; the rest is told as a number. */
const LISTED = 40

/** Scores what the program's own records know: what they say now is shown before it is written. */
export function FeedDialog({ round, onClose }: { round: Round; onClose(): void }) {
  const { t, number } = useWords()
  const { data, error, refetch } = useRead(previewFeed, { round: round.id })
  const { run, isBusy, problem } = useWrite(writeFeed, {
    refreshes: [getRound, listSubjects, getSheet, getQueue, getTable],
    onDone: onClose,
  })
  const written = data?.cells.filter(({ state }) => state === 'new' || state === 'changed') ?? []
  return (
    <Confirm
      opened
      title={t('app.rounds.feed')}
      action={t('app.rounds.feedWrite', { count: number(written.length) })}
      isBusy={isBusy}
      disabled={written.length === 0}
      onConfirm={() => run({ round: round.id })}
      onClose={onClose}
    >
      <p className={classes.said}>{t('app.rounds.feedMeans')}</p>
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={3} />}
      {data && written.length === 0 && <EmptyNote>{t('app.rounds.feedNothing')}</EmptyNote>}
      <ul className={classes.fed}>
        {written.slice(0, LISTED).map((cell) => (
          <FedLine key={`${cell.unit.code} ${cell.criterion.code}`} cell={cell} />
        ))}
      </ul>
      {written.length > LISTED && (
        <p className={classes.said}>{t('app.rounds.feedMore', { count: number(written.length - LISTED) })}</p>
      )}
      {data && (data.counts.nothing ?? 0) > 0 && (
        <p className={classes.said}>{t('app.rounds.feedMissing', { count: number(data.counts.nothing!) })}</p>
      )}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

function FedLine({ cell: { unit, criterion, counted, points, max } }: { cell: FedCell }) {
  const { t, number } = useWords()
  return (
    <li>
      <b>{unit.name}</b>: {criterion.code} {criterion.name}
      <small>
        {counted &&
          t(counted.of === null ? 'app.rounds.fedCount' : 'app.rounds.fedOf', {
            counted: number(counted.counted),
            of: number(counted.of ?? '0'),
          })}
        {points !== null && ` · ${number(points)} / ${number(max)}`}
      </small>
    </li>
  )
}
