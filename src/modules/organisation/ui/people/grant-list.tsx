import { Button } from '@mantine/core'
import { useState } from 'react'
import { Confirm } from '#web/kit/confirm.tsx'
import { DayField } from '#web/kit/day-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { endGrant, type GrantTold, listAccounts, showAccount } from '../../api/access.ts'
import classes from './people.module.css'

/** Roles with where and from when to when; ended ones stay to be read. */
export function GrantList({ grants, name }: { grants: readonly GrantTold[]; name: string }) {
  const { t, day } = useWords()
  const [ending, setEnding] = useState<GrantTold | null>(null)
  if (grants.length === 0) return <p className={classes.note}>{t('app.people.noRole')}</p>
  const days = ({ validFrom, validTo }: GrantTold) => {
    if (validFrom && validTo) return t('app.people.fromTo', { from: day(validFrom), to: day(validTo) })
    if (validFrom) return t('app.people.from', { from: day(validFrom) })
    return validTo ? t('app.people.to', { to: day(validTo) }) : t('app.people.always')
  }
  return (
    <>
      <ul className={classes.grants}>
        {grants.map((grant) => (
          <li key={grant.id}>
            <span>
              {t(`role.${grant.role}`)}, {grant.unit?.name ?? t('app.people.everywhere')}
              {grant.field && ` (${grant.field})`}
              <small>
                {days(grant)}
                {grant.source === 'claims' && ` · ${t('app.people.byClaims')}`}
              </small>
            </span>
            {grant.source === 'hand' && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('app.people.endRole', { role: t(`role.${grant.role}`), name })}
                onClick={() => setEnding(grant)}
              >
                {t('app.people.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ending && <EndGrant grant={ending} name={name} onClose={() => setEnding(null)} />}
    </>
  )
}

function EndGrant({ grant, name, onClose }: { grant: GrantTold; name: string; onClose(): void }) {
  const { t } = useWords()
  const [lastDay, setLastDay] = useState('')
  const { run, isBusy, problem } = useWrite(endGrant, {
    refreshes: [showAccount, listAccounts],
    onDone: onClose,
  })
  return (
    <Confirm
      opened
      title={t('app.people.endRole', { role: t(`role.${grant.role}`), name })}
      action={t('app.people.end')}
      danger
      isBusy={isBusy}
      onConfirm={() => run({ id: grant.id, ...(lastDay && { lastDay }) })}
      onClose={onClose}
    >
      <p className={classes.note}>
        {t('app.people.endHint', { unit: grant.unit?.name ?? t('app.people.everywhere') })}
      </p>
      <DayField
        label={t('app.people.lastDay')}
        description={t('app.people.lastDayHint')}
        value={lastDay}
        onChange={setLastDay}
      />
      {problem && <ErrorNote problem={problem} />}
    </Confirm>
  )
}
