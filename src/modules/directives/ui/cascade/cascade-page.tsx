import { SegmentedControl } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type Cascade, getCascade } from '../../api/register.ts'
import { DirectiveLink } from '../register/directive-link.tsx'
import classes from './cascade.module.css'
import { CascadePicture } from './cascade-picture.tsx'
import { CascadeTable } from './cascade-table.tsx'
import { UnansweredList } from './unanswered-list.tsx'

const VIEWS = ['picture', 'table'] as const

/** A directive and all that implements it, level by level, as a picture or a table, and who has not answered. */
export function CascadePage() {
  const { t } = useWords()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data: read, error, refetch } = useRead(getCascade, { id })
  const cascade = read?.nodes[0]?.id === id ? read : undefined
  const [view, setView] = useState<(typeof VIEWS)[number]>('picture')
  const top = cascade?.nodes[0]
  return (
    <>
      <PageHead
        title={t('app.cascade.title')}
        facts={top && <DirectiveLink directive={top} />}
        actions={
          <SegmentedControl
            aria-label={t('app.cascade.view')}
            value={view}
            data={VIEWS.map((value) => ({ value, label: t(`app.cascade.${value}`) }))}
            onChange={(value) => setView(value === 'table' ? 'table' : 'picture')}
          />
        }
      />
      <div className={classes.page}>
        {error && !cascade && <ErrorNote problem={error} retry={refetch} />}
        {!cascade && !error && <LoadingBars rows={8} />}
        {cascade && (
          <>
            <Above above={cascade.above} />
            {view === 'picture' ? (
              <CascadePicture cascade={cascade} />
            ) : (
              <CascadeTable nodes={cascade.nodes} />
            )}
            {cascade.nodes.length === 1 && <p className={classes.note}>{t('app.cascade.alone')}</p>}
            {cascade.isCut && <p className={classes.note}>{t('app.cascade.cut')}</p>}
            <UnansweredList cascade={cascade} />
          </>
        )}
      </div>
    </>
  )
}

function Above({ above }: Pick<Cascade, 'above'>) {
  const { t } = useWords()
  if (above.length === 0) return null
  return (
    <Section title={t('app.cascade.above')}>
      <ul className={classes.list}>
        {above.map((one) => (
          <li key={one.id}>
            <div>
              <DirectiveLink directive={one} /> {one.excerpt}
              <small>{one.issuer}</small>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
