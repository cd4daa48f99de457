import { Button, Select } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import {
  type Appeal,
  assignAppeal,
  getAppeal,
  listAppeals,
  listOwners,
  withdrawAppeal,
} from '../../api/appeals.ts'
import classes from './appeals.module.css'

type Props = { appeal: Appeal; etag: string | undefined }
type Asked = Props & { onClose(): void }

/** Giving it to its owner, and taking it back. */
export function AppealActs({ appeal, etag }: Props) {
  const { t } = useWords()
  const [asked, setAsked] = useState<'assign' | 'withdraw' | null>(null)
  const close = () => setAsked(null)
  const isGiven = appeal.state === 'assigned'
  return (
    <>
      {appeal.may.includes('withdraw') && (
        <Button variant="default" onClick={() => setAsked('withdraw')}>
          {t('app.appeals.withdraw')}
        </Button>
      )}
      {appeal.may.includes('assign') && (
        <Button variant={isGiven ? 'default' : 'filled'} onClick={() => setAsked('assign')}>
          {t(isGiven ? 'app.appeals.reassign' : 'app.appeals.assign')}
        </Button>
      )}
      {asked === 'assign' && <Assign appeal={appeal} etag={etag} onClose={close} />}
      {asked === 'withdraw' && <Withdraw appeal={appeal} etag={etag} onClose={close} />}
    </>
  )
}

function Assign({ appeal, etag, onClose }: Asked) {
  const { t } = useWords()
  const [owner, setOwner] = useState<string | null>(null)
  const { data, error, refetch } = useRead(listOwners, { appeal: appeal.id })
  const { run, isBusy, problem } = useWrite(assignAppeal, {
    refreshes: [getAppeal, listAppeals],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      title={t('app.appeals.assign')}
      action={t('app.appeals.assign')}
      isBusy={isBusy}
      disabled={owner === null}
      onConfirm={() => owner !== null && run({ appeal: appeal.id, owner }, { ifMatch: etag })}
      onClose={onClose}
    >
      <p className={classes.said}>{t('app.appeals.assignMeans')}</p>
      {error && !data && <ErrorNote problem={error} retry={refetch} />}
      {!data && !error && <LoadingBars rows={1} />}
      {data?.owners.length === 0 && <p className={classes.said}>{t('app.appeals.nobody')}</p>}
      {data && data.owners.length > 0 && (
        <Select
          searchable
          label={t('app.appeals.owner')}
          value={owner}
          data={data.owners.map(({ username, name }) => ({
            value: username,
            label: `${name} (${username})`,
          }))}
          onChange={setOwner}
        />
      )}
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}

function Withdraw({ appeal, etag, onClose }: Asked) {
  const { t } = useWords()
  const { run, isBusy, problem } = useWrite(withdrawAppeal, {
    refreshes: [getAppeal, listAppeals],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      danger
      title={t('app.appeals.withdraw')}
      action={t('app.appeals.withdraw')}
      isBusy={isBusy}
      onConfirm={() => run({ appeal: appeal.id }, { ifMatch: etag })}
      onClose={onClose}
    >
      <p className={classes.said}>
        <b>{appeal.criterion?.name ?? t('app.appeals.whole')}</b>
      </p>
      <p className={classes.said}>{t('app.appeals.withdrawMeans')}</p>
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
