import { Button, Select } from '@mantine/core'
import { IconDownload, IconPencil } from '@tabler/icons-react'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { keepPlace } from '#modules/directives/ui/register/directive-link.tsx'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { getScheme, listDrafts, type SchemeRead } from '../../api/schemes.ts'
import { nextVersionOf } from './rules/scheme-edit.ts'
import { SchemeFacts } from './scheme-facts.tsx'
import { SchemeTree } from './scheme-tree.tsx'
import classes from './schemes.module.css'
import { useStart } from './use-start.ts'
import { useValidity } from './use-validity.ts'

/** One version of a scheme: areas, criteria, and what gives how many points, in words. */
export function SchemePage() {
  const { t, number } = useWords()
  const { code } = useParams({ strict: false }) as { code: string }
  const { version: asked } = useSearch({ strict: false }) as { version?: number }
  const { data, error, refetch } = useRead(
    getScheme,
    { code, ...(asked && { version: Number(asked) }) },
    { offline: true },
  )
  const read = data?.scheme.code === code ? data : undefined
  const validity = useValidity()
  return (
    <>
      <PageHead
        title={read?.scheme.name ?? code}
        facts={
          read && (
            <>
              <span>{code}</span>
              <span>{t('app.schemes.version', { version: number(read.version) })}</span>
              <span>{validity(read)}</span>
            </>
          )
        }
        actions={read && <Actions read={read} />}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className={classes.page} aria-label={t('app.schemes.one')} tabIndex={0}>
        {error && !read && <ErrorNote problem={error} retry={refetch} />}
        {!read && !error && <LoadingBars rows={12} />}
        {read && (
          <>
            <Versions read={read} />
            <SchemeFacts scheme={read.scheme} by={read.putInForceBy} at={read.putInForceAt} />
            <SchemeTree scheme={read.scheme} />
          </>
        )}
      </section>
    </>
  )
}

function Actions({ read: { scheme, version, versions } }: { read: SchemeRead }) {
  const { t } = useWords()
  const mayChange = useMe().may('scheme.change')
  const drafts = useRead(listDrafts, {}, { enabled: mayChange }).data?.drafts
  const draft = drafts?.find(({ code }) => code === scheme.code)
  const { run, isBusy, problem } = useStart()
  const today = new Date().toISOString()
  const isNewest = version === versions[0]?.version
  return (
    <>
      {problem && <ErrorNote problem={problem} />}
      <Button
        component="a"
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        href={`/api/v1/schemes/${encodeURIComponent(scheme.code)}/${version}/file`}
        download
      >
        {t('app.schemes.export')}
      </Button>
      {draft && (
        <Button
          component={Link}
          {...({ to: '/schemes/drafts/$id', params: { id: draft.id }, search: keepPlace } as object)}
        >
          {t('app.schemes.goOn')}
        </Button>
      )}
      {mayChange && drafts && !draft && (
        <Button
          loading={isBusy}
          leftSection={<IconPencil size={16} aria-hidden />}
          onClick={() => run({ scheme: nextVersionOf(scheme, today) })}
        >
          {isNewest ? t('app.schemes.writeNext') : t('app.schemes.writeFrom')}
        </Button>
      )}
    </>
  )
}

function Versions({ read }: { read: SchemeRead }) {
  const { t, number } = useWords()
  const go = useNavigate()
  const validity = useValidity()
  if (read.versions.length < 2) return null
  return (
    <Select
      className={classes.versions ?? ''}
      allowDeselect={false}
      label={t('app.schemes.versions')}
      value={String(read.version)}
      data={read.versions.map((one) => ({
        value: String(one.version),
        label: `${t('app.schemes.version', { version: number(one.version) })}, ${validity(one)}`,
      }))}
      onChange={(version) =>
        go({ to: '.', search: (old: object) => ({ ...old, version }), replace: true } as never)
      }
    />
  )
}
