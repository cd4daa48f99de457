import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listDrafts, listSchemes } from '../../api/schemes.ts'
import { NewDialog } from './new-dialog.tsx'
import { OpenFile } from './open-file.tsx'
import { DraftRow, SchemeRow } from './scheme-row.tsx'
import classes from './schemes.module.css'

/** By what units and people are scored: each scheme with its versions, and those that are being written. */
export function SchemesPage() {
  const { t, number } = useWords()
  const mayAsk = useMe().may('scheme.change')
  const { data, error, refetch } = useRead(listSchemes, { limit: 200 }, { offline: true })
  const drafts = useRead(listDrafts, {}, { enabled: mayAsk }).data?.drafts
  const [isNew, setNew] = useState(false)
  return (
    <>
      <PageHead
        title={t('app.schemes.title')}
        facts={data && <span>{t('app.schemes.count', { count: number(data.schemes.length) })}</span>}
        actions={
          // Who holds the right below the top only is not given the drafts, and does not write
          drafts && (
            <>
              <OpenFile />
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setNew(true)}>
                {t('app.schemes.new')}
              </Button>
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {!data && !error && <LoadingBars rows={6} />}
        {drafts && drafts.length > 0 && (
          <Section title={t('app.schemes.drafts')}>
            <ul className={classes.list}>
              {drafts.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          </Section>
        )}
        {data?.schemes.length === 0 && <EmptyNote>{t('app.schemes.none')}</EmptyNote>}
        {data && data.schemes.length > 0 && (
          <Section title={t('app.schemes.inForce')}>
            <ul className={classes.list}>
              {data.schemes.map((scheme) => (
                <SchemeRow key={scheme.code} scheme={scheme} />
              ))}
            </ul>
          </Section>
        )}
      </div>
      {isNew && <NewDialog onClose={() => setNew(false)} />}
    </>
  )
}
