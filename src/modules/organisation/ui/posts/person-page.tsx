import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useEtagRead, useRead } from '#web/sync/use-read.ts'
import { getPerson, type Person, type Post } from '../../api/people.ts'
import { listUnits } from '../../api.ts'
import { ChangePersonDialog } from './change-person-dialog.tsx'
import { linkTo } from './keep-place.ts'
import { PostDialog } from './post-dialog.tsx'
import classes from './posts.module.css'
import { useDay } from './use-posts.ts'

/** One person: name, account, all posts; corrected by whoever keeps the list. */
export function PersonPage() {
  const { t } = useWords()
  const { person: id } = useParams({ strict: false }) as { person: string }
  const [isChanging, setChanging] = useState(false)
  const { data: read, error, refetch } = useEtagRead(getPerson, { person: id })
  const person = read?.data.id === id ? read.data : undefined
  const etag = read?.etag ?? undefined
  return (
    <>
      <PageHead
        title={person?.name ?? t('app.posts.one')}
        facts={
          person && (
            <>
              <span>{t('app.posts.codeOf', { code: person.code })}</span>
              <span>
                {person.account
                  ? t('app.posts.accountOf', { account: person.account })
                  : t('app.posts.noAccount')}
              </span>
              <span>{t('app.posts.logged')}</span>
            </>
          )
        }
        actions={
          person && (
            <>
              <Button component={Link} variant="default" {...linkTo('/records/$person', { person: id })}>
                {t('app.posts.record')}
              </Button>
              {person.may.includes('change') && (
                <Button variant="default" onClick={() => setChanging(true)}>
                  {t('app.posts.change')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className={classes.page}>
        {error && !person && <ErrorNote problem={error} retry={refetch} />}
        {!person && !error && <LoadingBars rows={6} />}
        {person && <Posts person={person} etag={etag} />}
      </div>
      {isChanging && person && (
        <ChangePersonDialog person={person} etag={etag} onClose={() => setChanging(false)} />
      )}
    </>
  )
}

function Posts({ person, etag }: { person: Person; etag: string | undefined }) {
  const { t, day } = useWords()
  const unit = useChosenUnit()
  const [open, setOpen] = useState<Post | 'new' | null>(null)
  const mayAdd = person.may.includes('addPost') && unit !== undefined
  return (
    <Section
      title={t('app.posts.posts')}
      aside={
        mayAdd && (
          <Button variant="default" size="xs" onClick={() => setOpen('new')}>
            {t('app.posts.addPost')}
          </Button>
        )
      }
    >
      <ul className={classes.posts}>
        {person.posts.map((post) => (
          <li key={post.id}>
            <div>
              {post.title}
              <small>
                {[post.unit.name, post.group, post.isHead && t('app.posts.head')].filter(Boolean).join(' · ')}
              </small>
            </div>
            <span>
              {post.from === null ? '…' : day(post.from)} –{' '}
              {post.to === null ? t('app.posts.now') : day(post.to)}
            </span>
            {person.may.includes('change') && (
              <Button
                variant="subtle"
                size="xs"
                aria-label={t('app.posts.changePostOf', { title: post.title })}
                onClick={() => setOpen(post)}
              >
                {t('app.posts.changePost')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {open === 'new' && unit && (
        <PostDialog person={person} etag={etag} unit={unit} onClose={() => setOpen(null)} />
      )}
      {open !== null && open !== 'new' && (
        <PostDialog person={person} etag={etag} post={open} unit={open.unit} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}

/** The unit at the top of the page, as it is called on the day. */
function useChosenUnit() {
  const { unit } = useSelection()
  const on = useDay()
  const { data } = useRead(listUnits, { on }, { offline: true })
  return data?.units.find(({ code }) => code === unit)
}
