import { Button } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getPersonRecord } from '../../../api/people-record.ts'
import { DownloadButtons } from './download-buttons.tsx'
import { EraseDialog } from './erase-dialog.tsx'
import classes from './record.module.css'
import { RecordView } from './record-view.tsx'

/** What is recorded of somebody, for whoever keeps such records; the reading is logged and told to the person. */
export function RecordPage() {
  const { t } = useWords()
  const { person } = useParams({ strict: false }) as { person: string }
  const [isErasing, setErasing] = useState(false)
  const { data, error, refetch } = useRead(getPersonRecord, { person })
  const record = data?.person.id === person ? data : undefined
  return (
    <>
      <PageHead
        title={record?.person.name ?? t('app.record.title')}
        facts={<span>{t('app.record.logged')}</span>}
        actions={
          record && (
            <>
              <DownloadButtons address={`/api/v1/people/${encodeURIComponent(person)}/record/file`} />
              {record.mayErase && (
                <Button color="brick" variant="outline" onClick={() => setErasing(true)}>
                  {t('app.record.erase')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !record && <ErrorNote problem={error} retry={refetch} />}
        {!record && !error && <LoadingBars rows={8} />}
        {record && <RecordView record={record} />}
      </div>
      {isErasing && record && <EraseDialog record={record} onClose={() => setErasing(false)} />}
    </>
  )
}
