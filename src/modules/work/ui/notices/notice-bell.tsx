import { ActionIcon, Button, Popover } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { EmptyNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { NoticeLine } from './notice-line.tsx'
import classes from './notices.module.css'
import { useNotices } from './use-notices.ts'

/** More are on the page of notices. */
const SHOWN = 6
const COUNTED_TO = 99

/** The bell of the top bar: how many notices are unread, and the newest of them. */
export function NoticeBell() {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { notices, unread, readOne, readAll } = useNotices()
  const close = () => setOpen(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={360} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          size="md"
          className={classes.button}
          aria-label={t('app.notice.bell', { count: unread })}
          onClick={() => setOpen(!isOpen)}
        >
          <IconBell size={18} stroke={1.6} />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {unread > COUNTED_TO ? `${COUNTED_TO}+` : unread}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('app.notice.title')} className={classes.bell}>
        <div className={classes.head}>
          <b>{t('app.notice.title')}</b>
          {unread > 0 && (
            <Button variant="subtle" size="xs" onClick={readAll}>
              {t('app.notice.readAll')}
            </Button>
          )}
        </div>
        {notices.length === 0 && <EmptyNote>{t('app.notice.empty')}</EmptyNote>}
        <ul className={classes.lines}>
          {notices.slice(0, SHOWN).map((notice) => (
            <NoticeLine
              key={notice.id}
              notice={notice}
              onOpen={() => {
                readOne(notice)
                close()
              }}
            />
          ))}
        </ul>
        <Link to={'/notices' as never} className={classes.all} onClick={close}>
          {t('app.notice.all')}
        </Link>
      </Popover.Dropdown>
    </Popover>
  )
}
