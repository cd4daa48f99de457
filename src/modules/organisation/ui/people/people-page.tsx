import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { AccountDetail } from './account-detail.tsx'
import { AccountDialog } from './account-dialog.tsx'
import { AccountList } from './account-list.tsx'

/** Who may sign in, with which roles where; for administrators. */
export function PeoplePage() {
  const { t } = useWords()
  const { username } = useParams({ strict: false }) as { username?: string }
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <PageHead
        title={t('app.people.title')}
        facts={<span>{t('app.people.facts')}</span>}
        actions={
          <Button leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setAdding(true)}>
            {t('app.people.add')}
          </Button>
        }
      />
      <Panes list={<AccountList chosen={username ?? null} />} listLabel={t('app.people.list')}>
        {username ? (
          <AccountDetail key={username} username={username} />
        ) : (
          <EmptyNote>{t('app.people.choose')}</EmptyNote>
        )}
      </Panes>
      {isAdding && <AccountDialog onClose={() => setAdding(false)} />}
    </>
  )
}
