import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { listMyGrades } from '../../../api/grading-sheet.ts'
import { getMyRecord } from '../../../api/people-record.ts'
import { DownloadButtons } from './download-buttons.tsx'
import { MyGrades } from './my-grades.tsx'
import classes from './record.module.css'
import { RecordView } from './record-view.tsx'

/** What is recorded of the reader, what of it is still open, and who read it. */
export function MyRecordPage() {
  const { t } = useWords()
  const { data, error, refetch } = useRead(getMyRecord, {})
  const mine = useRead(listMyGrades, {})
  const record = data?.record
  return (
    <>
      <PageHead
        title={t('app.myRecord.title')}
        facts={record && <span>{record.person.name}</span>}
        actions={record && <DownloadButtons address="/api/v1/my-record/file" />}
      />
      <div className={classes.page}>
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {!data && !error && <LoadingBars rows={8} />}
        {record === null && <EmptyNote>{t('app.myRecord.none')}</EmptyNote>}
        {record && (
          <>
            <p className={classes.lead}>{t('app.myRecord.lead')}</p>
            {mine.data && <MyGrades grades={mine.data.grades} />}
            <RecordView record={record} isOwn />
          </>
        )}
      </div>
    </>
  )
}
