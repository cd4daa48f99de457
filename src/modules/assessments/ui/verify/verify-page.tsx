import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { usePhone } from '#modules/indicators/ui/sheet/use-phone.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getQueue } from '../../api/scoring.ts'
import { QueueList } from './queue-list.tsx'
import { useVerify } from './use-verify.ts'
import classes from './verify.module.css'
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
  const isPhone = usePhone()
  const list = (
    <>
      <VerifyPlace place={place} />
      {queue && <QueueList place={place} queue={queue} />}
    </>
  )
  // On a phone one thing at a time: the list, or the cell that was opened from it
  if (isPhone && queue && queue.items.length > 0)
    return place.cell === undefined ? (
      <>
        <PageHead title={t('app.verify.title')} />
        <div className={classes.phone}>{list}</div>
      </>
    ) : (
      <>
        <nav className={classes.phoneHead} aria-label={t('app.verify.queue')}>
          <Button
            variant="subtle"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
            onClick={() => place.ask({ cell: undefined })}
          >
            {t('app.verify.queue')}
          </Button>
        </nav>
        <VerifyWork place={place} queue={queue} />
      </>
    )
  return (
    <Panes listLabel={t('app.verify.queue')} list={list}>
      {error && !queue && <ErrorNote problem={error} retry={refetch} />}
      {!queue && !error && <LoadingBars rows={8} />}
      {queue && <VerifyWork place={place} queue={queue} />}
    </Panes>
  )
}
