import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getQueue } from '../../api/scoring.ts'
import { QueueList } from './queue-list.tsx'
import { useVerify } from './use-verify.ts'
import { VerifyPlace } from './verify-place.tsx'
import { VerifyWork } from './verify-work.tsx'

/** What waits for the verifier, area by area: pass it as it was claimed, or cut it with a reason. */
export function VerifyPage() {
  const { t } = useWords()
  const place = useVerify()
  const { unit, rounds, round, areas, problem, retry } = place
  const note = !unit
    ? 'app.verify.chooseUnit'
    : rounds?.length === 0
      ? 'app.verify.noRound'
      : areas?.length === 0
        ? 'app.verify.noArea'
        : null
  if (note && (unit === null || rounds))
    return (
      <>
        <PageHead title={t('app.verify.title')} />
        {rounds && rounds.length > 0 && <VerifyPlace place={place} />}
        <EmptyNote>{t(note)}</EmptyNote>
      </>
    )
  if (!rounds || !round || !place.area)
    return (
      <>
        <PageHead title={t('app.verify.title')} />
        {problem ? <ErrorNote problem={problem} retry={retry} /> : <LoadingBars rows={8} />}
      </>
    )
  return <Queue key={`${round.id} ${place.area.code}`} place={place} />
}

function Queue({ place }: { place: ReturnType<typeof useVerify> }) {
  const { t } = useWords()
  const { round, area } = place
  const { data, error, refetch } = useRead(getQueue, { round: round!.id, area: area!.code, limit: 100 })
  const queue = data?.area.code === area!.code ? data : undefined
  return (
    <Panes
      listLabel={t('app.verify.queue')}
      list={
        <>
          <VerifyPlace place={place} />
          {queue && <QueueList place={place} queue={queue} />}
        </>
      }
    >
      {error && !queue && <ErrorNote problem={error} retry={refetch} />}
      {!queue && !error && <LoadingBars rows={8} />}
      {queue && <VerifyWork place={place} queue={queue} />}
    </Panes>
  )
}
