import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import {
  addDelegation,
  type DelegationTold,
  endDelegation,
  listDelegations,
} from '#modules/organisation/api/access.ts'
import { DayField } from '#web/kit/day-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { Section } from '#web/kit/panes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { actFor } from '#web/sync/acting-for.ts'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { useWrite } from '#web/sync/use-write.ts'
import classes from './me.module.css'

/** For whom the person may act, and who may act for them; while acting, how to stop. */
export function ActingSection() {
  const { t, day } = useWords()
  const { actingFor } = useMe()
  const [isAdding, setAdding] = useState(false)
  const { data } = useRead(listDelegations, {})
  const { run, isBusy, problem } = useWrite(endDelegation, { refreshes: [listDelegations] })
  const days = ({ validFrom, validTo }: DelegationTold) => `${day(validFrom)} – ${day(validTo)}`
  const called = ({ username, displayName }: DelegationTold['from']) => displayName ?? username
  return (
    <Section title={t('app.me.acting')}>
      {actingFor && (
        <p className={classes.acting} role="status">
          {t('app.me.actingNow', { name: actingFor })}
          <Button variant="default" size="compact-sm" onClick={() => actFor(null)}>
            {t('app.me.stopActing')}
          </Button>
        </p>
      )}
      {problem && <ErrorNote problem={problem} />}
      <ul className={classes.list}>
        {data?.received.map((delegation) => (
          <li key={delegation.id}>
            <span>
              {t('app.me.actFor', { name: called(delegation.from) })}
              <small>{days(delegation)}</small>
            </span>
            {delegation.from.username !== actingFor && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('app.me.actFor', { name: called(delegation.from) })}
                onClick={() => actFor(delegation.from.username)}
              >
                {t('app.me.act')}
              </Button>
            )}
          </li>
        ))}
        {data?.given.map((delegation) => (
          <li key={delegation.id}>
            <span>
              {t('app.me.actsForMe', { name: called(delegation.to) })}
              <small>{days(delegation)}</small>
            </span>
            <Button
              variant="default"
              size="compact-sm"
              disabled={isBusy}
              aria-label={t('app.me.endDelegation', { name: called(delegation.to) })}
              onClick={() => run({ id: delegation.id })}
            >
              {t('app.me.end')}
            </Button>
          </li>
        ))}
      </ul>
      {data && data.given.length + data.received.length === 0 && (
        <p className={classes.note}>{t('app.me.noActing')}</p>
      )}
      {!actingFor && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('app.me.addDelegation')}
          </Button>
        </div>
      )}
      {isAdding && <DelegationDialog onClose={() => setAdding(false)} />}
    </Section>
  )
}

function DelegationDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [validFrom, setFrom] = useState('')
  const [validTo, setUntil] = useState('')
  const { run, isBusy, problem } = useWrite(addDelegation, { refreshes: [listDelegations], onDone: onClose })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    run({ to: to.trim(), validTo, ...(validFrom && { validFrom }) })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.me.addDelegation')}
      centered
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} className={classes.form}>
        <p className={classes.note}>{t('app.me.delegationHint')}</p>
        <TextInput
          label={t('app.me.delegate')}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          data-autofocus
        />
        <DayField
          label={t('app.me.from')}
          description={t('app.me.fromHint')}
          value={validFrom}
          onChange={setFrom}
        />
        <DayField label={t('app.me.until')} value={validTo} onChange={setUntil} required />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!to.trim() || !validTo}>
            {t('app.me.delegateDo')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
