import { Button, Group, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useState } from 'react'
import { fieldErrors } from '#web/kit/field-errors.ts'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import {
  type Activity,
  countOutreach,
  listActivities,
  saveActivity,
  showActivity,
} from '../../api/outreach.ts'
import { draftFaults, draftOf, inputOf } from '../rules/draft.ts'
import { ActivityFacts } from './activity-facts.tsx'
import { ActivityFields } from './activity-fields.tsx'
import { useToday } from './use-today.ts'
import { Withdraw } from './withdraw.tsx'

/** One activity: to be read, or corrected by whoever may. Corrections need a network: they are laid on what is there. */
export function EditDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useWords()
  const isPhone = useMediaQuery('(max-width: 760px)') ?? false
  const { data, error, refetch } = useEtagRead(showActivity, { id })
  const mayChange = data?.data.may.includes('change') ?? false
  return (
    <Modal
      opened
      fullScreen={isPhone}
      size="lg"
      onClose={onClose}
      title={t(mayChange ? 'app.outreach.correct' : 'app.outreach.activity')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
      {!data && !error && <LoadingBars rows={6} />}
      {data && !mayChange && <ActivityFacts activity={data.data} />}
      {data && mayChange && (
        <Correction key={data.etag} activity={data.data} etag={data.etag} onClose={onClose} />
      )}
    </Modal>
  )
}

type Asked = { activity: Activity; etag: string | null; onClose(): void }

function Correction({ activity, etag, onClose }: Asked) {
  const { t } = useWords()
  const today = useToday()
  const [draft, setDraft] = useState(() => draftOf(activity))
  const [isTried, setTried] = useState(false)
  const [isWithdrawing, setWithdrawing] = useState(false)
  const { run, isBusy, problem } = useWrite(saveActivity, {
    refreshes: [listActivities, countOutreach, showActivity],
    onDone: onClose,
  })
  if (isWithdrawing)
    return <Withdraw activity={activity} onDone={onClose} onBack={() => setWithdrawing(false)} />
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (Object.keys(draftFaults(draft, today)).length === 0)
          run(inputOf(activity.id, draft), { ifMatch: etag ?? undefined })
      }}
    >
      <ActivityFields
        draft={draft}
        isTried={isTried}
        errorOf={fieldErrors(problem)}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      {problem && <ErrorNote problem={problem} safe={t('app.outreach.stillHere')} />}
      <Group justify="space-between" gap="sm" mt="md">
        <Button variant="subtle" onClick={() => setWithdrawing(true)}>
          {t('app.outreach.withdraw')}
        </Button>
        <Button type="submit" loading={isBusy}>
          {t('app.outreach.send')}
        </Button>
      </Group>
    </form>
  )
}
