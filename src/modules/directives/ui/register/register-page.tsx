import { Button } from '@mantine/core'
import { IconPlus, IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { RegisterList } from './register-list.tsx'
import { RegisterTools } from './register-tools.tsx'
import { isNarrowed, useRegister, useRegisterFilters } from './use-register.ts'

/** The register of directives, of all sides, the latest first. */
export function RegisterPage() {
  const { t } = useWords()
  const { ask, ...filters } = useRegisterFilters()
  const { data: pages, error, refetch, ...more } = useRegister(filters)
  const lines = pages?.flatMap(({ directives }) => directives)
  return (
    <>
      <PageHead title={t('app.register.title')} actions={<Actions />} />
      <RegisterTools filters={filters} ask={ask} />
      {error && !lines && <ErrorNote problem={error} retry={refetch} />}
      {!lines && !error && <LoadingBars rows={10} />}
      {lines?.length === 0 && (
        <EmptyNote>{t(isNarrowed(filters) ? 'app.register.noneSo' : 'app.register.none')}</EmptyNote>
      )}
      {lines && lines.length > 0 && (
        <RegisterList
          lines={lines}
          hasMore={more.hasNextPage}
          onMore={() => {
            if (!more.isFetchingNextPage) more.fetchNextPage()
          }}
        />
      )}
    </>
  )
}

function Actions() {
  const { t } = useWords()
  const { may } = useMe()
  return (
    <>
      {may('import.directives') && (
        <Button
          component={Link}
          variant="default"
          leftSection={<IconUpload size={16} aria-hidden />}
          {...({ to: '/import' } as object)}
        >
          {t('app.register.import')}
        </Button>
      )}
      {may('directive.register') && (
        <Button
          component={Link}
          leftSection={<IconPlus size={16} aria-hidden />}
          {...({ to: '/directives/new' } as object)}
        >
          {t('app.register.new')}
        </Button>
      )}
    </>
  )
}
