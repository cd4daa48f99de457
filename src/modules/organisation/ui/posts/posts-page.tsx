import { Button, Checkbox, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { AddPersonDialog } from './add-person-dialog.tsx'
import { PeopleTable } from './people-table.tsx'
import classes from './posts.module.css'
import { type PostFilters, useDay, usePosted, usePostFilters } from './use-posts.ts'

/** Who holds a post at the chosen unit; names only for whoever may read them there. */
export function PostsPage() {
  const { t, day } = useWords()
  const { unit } = useSelection()
  const on = useDay()
  const filters = usePostFilters()
  const [isAdding, setAdding] = useState(false)
  const { data, error, refetch, ...more } = usePosted(filters)
  const people = data?.pages.flatMap((page) => page.people)
  const isMasked = people?.some((person) => person.isMasked) ?? false
  return (
    <>
      <PageHead
        title={t('app.posts.title')}
        facts={
          <>
            <span>{t('app.posts.on', { day: day(on) })}</span>
            <span>{t(isMasked ? 'app.posts.masked' : 'app.posts.logged')}</span>
          </>
        }
        actions={
          data?.pages[0]?.mayAdd && (
            <Button
              leftSection={<IconPlus size={16} stroke={1.8} aria-hidden />}
              onClick={() => setAdding(true)}
            >
              {t('app.posts.add')}
            </Button>
          )
        }
      />
      {!isMasked && <Tools filters={filters} />}
      <div className={classes.page}>
        {unit === null && <EmptyNote>{t('app.posts.chooseUnit')}</EmptyNote>}
        {error && !people && <ErrorNote problem={error} retry={() => refetch()} />}
        {unit !== null && !people && !error && <LoadingBars rows={10} />}
        {people?.length === 0 && (
          <EmptyNote>{t(filters.text ? 'app.posts.nobodySo' : 'app.posts.nobody')}</EmptyNote>
        )}
        {people && people.length > 0 && <PeopleTable people={people} />}
        {more.hasNextPage && (
          <Button
            variant="default"
            mt="sm"
            loading={more.isFetchingNextPage}
            onClick={() => more.fetchNextPage()}
          >
            {t('app.posts.more')}
          </Button>
        )}
      </div>
      {isAdding && unit !== null && <AddPersonDialog unit={unit} on={on} onClose={() => setAdding(false)} />}
    </>
  )
}

const PAUSE_MS = 300

function Tools({ filters: { text, isBelow, ask } }: { filters: PostFilters }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(text)
  const search = useDebouncedCallback((next: string) => ask({ text: next || undefined }), PAUSE_MS)
  return (
    <search className={classes.tools} aria-label={t('app.posts.filters')}>
      <TextInput
        type="search"
        className={classes.find ?? ''}
        maxLength={100}
        aria-label={t('app.posts.find')}
        placeholder={t('app.posts.find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={typed}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value)
          search(value.trim())
        }}
      />
      <Checkbox
        label={t('app.posts.below')}
        checked={isBelow}
        onChange={({ currentTarget: { checked } }) => ask({ below: checked ? undefined : 'false' })}
      />
    </search>
  )
}
