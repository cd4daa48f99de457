import { Button, Menu } from '@mantine/core'
import { IconDownload, IconShieldCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { AuditFilters } from './audit-filters.tsx'
import { AuditTable } from './audit-table.tsx'
import { ChainCheck } from './chain-check.tsx'
import { useAudit } from './use-audit.ts'

/** Who did what, when, where, acting for whom; what was before and after. */
export function AuditPage() {
  const { t } = useWords()
  const audit = useAudit()
  const [isChecking, setChecking] = useState(false)
  const { entries, query, filter, exportUrl } = audit
  return (
    <>
      <PageHead
        title={t('app.audit.title')}
        facts={<span>{t(audit.isOfUnit ? 'app.audit.ofUnit' : 'app.audit.ofAll')}</span>}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} stroke={1.6} />}
              onClick={() => setChecking(true)}
            >
              {t('app.audit.check')}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button variant="default" leftSection={<IconDownload size={16} stroke={1.6} />}>
                  {t('app.audit.export')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item component="a" href={exportUrl('csv')} download>
                  {t('app.audit.csv')}
                </Menu.Item>
                <Menu.Item component="a" href={exportUrl('ndjson')} download>
                  {t('app.audit.ndjson')}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </>
        }
      />
      {isChecking && <ChainCheck />}
      <AuditFilters filter={filter} onChange={audit.setFilter} canReadAll={audit.canReadAll} />
      {query.isError && <ErrorNote problem={query.error} retry={() => query.refetch()} />}
      {query.isPending && <LoadingBars rows={10} />}
      {query.isSuccess && entries.length === 0 && <EmptyNote>{t('app.audit.none')}</EmptyNote>}
      {entries.length > 0 && <AuditTable entries={entries} />}
      {query.hasNextPage && (
        <Button
          variant="subtle"
          m="sm"
          loading={query.isFetchingNextPage}
          onClick={() => query.fetchNextPage()}
        >
          {t('app.audit.more', { count: entries.length })}
        </Button>
      )}
    </>
  )
}
