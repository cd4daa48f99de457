import { Button } from '@mantine/core'
import { useState } from 'react'
import { listNotices } from '#modules/work/api/notices.ts'
import type { Notice } from '#modules/work/schema.ts'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { NoticeLine } from './notice-line.tsx'
import classes from './notices.module.css'
import { SettingsForm } from './settings-form.tsx'
import { useNotices } from './use-notices.ts'

/** All that the person was told, and how they want to be told. */
export function NoticesPage() {
  const { t } = useWords()
  const { data, notices, unread, error, refetch, readOne, readAll } = useNotices()
  const [older, setOlder] = useState<{ notices: Notice[]; nextCursor: string | null }>()
  const cursor = older ? older.nextCursor : (data?.nextCursor ?? null)

  async function readOlder(after: string) {
    const { data: page } = await call(listNotices, { after })
    setOlder({ notices: [...(older?.notices ?? []), ...page.notices], nextCursor: page.nextCursor })
  }
  const shown = [
    ...notices,
    ...(older?.notices ?? []).filter(({ id }) => notices.every((one) => one.id !== id)),
  ]
  return (
    <Panes side={<SettingsForm />} sideLabel={t('app.notice.settings')}>
      <PageHead
        title={t('app.notice.title')}
        actions={
          unread > 0 && (
            <Button variant="default" onClick={readAll}>
              {t('app.notice.readAll')}
            </Button>
          )
        }
      />
      <div className={classes.page}>
        {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
        {!data && !error && <LoadingBars rows={6} />}
        {data && shown.length === 0 && <EmptyNote>{t('app.notice.empty')}</EmptyNote>}
        <ul className={classes.lines}>
          {shown.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onOpen={() => readOne(notice)} />
          ))}
        </ul>
        {cursor !== null && (
          <Button variant="subtle" onClick={() => readOlder(cursor)}>
            {t('app.notice.more')}
          </Button>
        )}
      </div>
    </Panes>
  )
}
