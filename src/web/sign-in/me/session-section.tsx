import { Button } from '@mantine/core'
import { useState } from 'react'
import { endOwnSession, endOwnSessions, listOwnSessions } from '#platform/auth/api.ts'
import { Confirm } from '#web/kit/confirm.tsx'
import { ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import { tellAgent } from '../tell-agent.ts'
import classes from './me.module.css'

/** Where the person is signed in; each can be ended, and all at once. */
export function SessionSection() {
  const { t, instant } = useWords()
  const [isAsking, setAsking] = useState(false)
  const { data, error, isPending, refetch } = useRead(listOwnSessions, {})
  const one = useWrite(endOwnSession, { refreshes: [listOwnSessions] })
  const all = useWrite(endOwnSessions, { onDone: () => location.assign('/app/') })
  const sessions = data?.sessions ?? []
  return (
    <Section title={t('app.me.sessions')}>
      {isPending && <LoadingBars rows={2} />}
      {error && !data && <ErrorNote problem={error} retry={() => refetch()} />}
      {one.problem && <ErrorNote problem={one.problem} />}
      <ul className={classes.list}>
        {sessions.map(({ id, isThis, agent, address, seenAt }) => (
          <li key={id}>
            <span>
              {tellAgent(agent) || t('app.me.unknownAgent')}
              <small>
                {isThis ? t('app.me.thisOne') : t('app.me.seen', { at: instant(seenAt) })}
                {address && ` · ${address}`}
              </small>
            </span>
            {!isThis && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={one.isBusy}
                onClick={() => one.run({ id })}
              >
                {t('app.me.endSession')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 0 && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('app.me.endAll')}
          </Button>
        </div>
      )}
      <Confirm
        opened={isAsking}
        title={t('app.me.endAll')}
        action={t('app.me.endAll')}
        danger
        isBusy={all.isBusy}
        onConfirm={() => all.run({})}
        onClose={() => setAsking(false)}
      >
        {t('app.me.endAllHint', { count: sessions.length })}
        {all.problem && <ErrorNote problem={all.problem} />}
      </Confirm>
    </Section>
  )
}
