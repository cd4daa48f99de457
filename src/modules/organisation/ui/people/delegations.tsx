import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useWrite } from '#web/sync/use-write.ts'
import { addDelegation, type DelegationTold, endDelegation, showAccount } from '../../api/access.ts'
import { FormDialog } from './form-dialog.tsx'
import classes from './people.module.css'

type Listed = { delegations: readonly DelegationTold[]; mayEnd: boolean }

/** Who acts for whom, from a day to a day. */
export function DelegationList({ delegations, mayEnd }: Listed) {
  const { t, day } = useWords()
  const { run, isBusy, problem } = useWrite(endDelegation, { refreshes: [showAccount] })
  if (delegations.length === 0) return <p className={classes.note}>{t('app.people.noDelegation')}</p>
  const called = ({ username, displayName }: DelegationTold['from']) => displayName ?? username
  return (
    <>
      {problem && <ErrorNote problem={problem} />}
      <ul className={classes.grants}>
        {delegations.map(({ id, from, to, validFrom, validTo }) => (
          <li key={id}>
            <span>
              {t('app.people.actsFor', { to: called(to), from: called(from) })}
              <small>{t('app.people.fromTo', { from: day(validFrom), to: day(validTo) })}</small>
            </span>
            {mayEnd && (
              <Button
                variant="default"
                size="compact-sm"
                disabled={isBusy}
                aria-label={t('app.people.endDelegation', { to: called(to) })}
                onClick={() => run({ id })}
              >
                {t('app.people.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

export function DelegationDialog({ from, onClose }: { from: string; onClose(): void }) {
  const { t } = useWords()
  const [to, setTo] = useState('')
  const [validFrom, setFrom] = useState('')
  const [validTo, setUntil] = useState('')
  const { run, isBusy, problem } = useWrite(addDelegation, { refreshes: [showAccount], onDone: onClose })
  return (
    <FormDialog
      title={t('app.people.delegate')}
      action={t('app.people.delegate')}
      problem={problem}
      isBusy={isBusy}
      isReady={to.trim() !== '' && validTo !== ''}
      onSend={() => run({ from, to: to.trim(), validTo, ...(validFrom && { validFrom }) })}
      onClose={onClose}
    >
      <TextInput
        label={t('app.people.delegateName')}
        value={to}
        onChange={({ currentTarget }) => setTo(currentTarget.value)}
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
      />
      <DayField label={t('app.people.firstDay')} value={validFrom} onChange={setFrom} />
      <DayField label={t('app.people.lastDay')} value={validTo} onChange={setUntil} required />
    </FormDialog>
  )
}
