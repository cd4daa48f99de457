import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { AccountTold } from '../../api/access.ts'
import classes from './people.module.css'
import { usePeople } from './use-people.ts'

/** Accounts by name, with what they may do at a glance. */
export function AccountList({ chosen }: { chosen: string | null }) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [text] = useDebouncedValue(typed.trim(), 250)
  const { accounts, ...query } = usePeople(text)
  return (
    <>
      <TextInput
        type="search"
        value={typed}
        aria-label={t('app.people.find')}
        placeholder={t('app.people.find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {query.isPending && <LoadingBars rows={8} />}
      {query.isError && <ErrorNote problem={query.error} retry={() => query.refetch()} />}
      {query.isSuccess && accounts.length === 0 && <EmptyNote>{t('app.people.none')}</EmptyNote>}
      <ul className={classes.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <Link
              to={'/people/$username' as never}
              params={{ username: account.username } as never}
              search={true as never}
              aria-current={account.username === chosen ? 'page' : undefined}
            >
              {account.displayName ?? account.username}
              <small>{glance(account, t)}</small>
            </Link>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
          {t('app.people.more')}
        </Button>
      )}
    </>
  )
}

function glance(
  { isDisabled, grants }: Pick<AccountTold, 'isDisabled' | 'grants'>,
  t: (key: string) => string,
) {
  if (isDisabled) return t('app.people.disabled')
  const first = grants[0]
  if (!first) return t('app.people.noRole')
  return `${t(`role.${first.role}`)}, ${first.unit?.name ?? t('app.people.everywhere')}`
}
