import { Button, Group, Modal, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { confirmCodeApp } from '#platform/auth/api.ts'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { call } from '#web/sync/call.ts'
import { useAttempt } from '../use-attempt.ts'
import classes from './me.module.css'

export type Begun = { secret: string; address: string; picture: string }
type Props = { begun: Begun; onClose(): void; onDone(codes: string[]): void }

/** The secret as a picture for the phone and as letters for typing; the first code shows that it arrived. */
export function CodeAppSetup({ begun, onClose, onDone }: Props) {
  const { t } = useWords()
  const [code, setCode] = useState('')
  const { attempt, isBusy, problem } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () => onDone((await call(confirmCodeApp, { code })).data.recoveryCodes))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.me.addCodeApp')}
      centered
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} className={classes.form}>
        <p className={classes.note}>{t('app.me.scan')}</p>
        <img
          className={classes.picture}
          src={begun.picture}
          alt={t('app.me.picture')}
          width={200}
          height={200}
        />
        <p className={classes.note}>
          {t('app.me.orType')} <code className={classes.secret}>{begun.secret.replace(/.{4}/g, '$& ')}</code>
        </p>
        <TextInput
          label={t('app.signIn.code')}
          value={code}
          onChange={({ currentTarget }) => setCode(currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('app.me.confirmCodeApp')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
