import { Button, Group, Modal, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useAttempt } from '../use-attempt.ts'
import classes from './me.module.css'

type Props = {
  title: string
  action: string
  danger?: boolean
  /** Asks for a name too, with this label. */
  named?: string
  onClose(): void
  /** Throws what the server says; then the dialog stays and shows it. */
  work(password: string, name: string): Promise<void>
}

/** The password once more, before something changes about how the person signs in. */
export function PasswordDialog({ title, action, danger = false, named, onClose, work }: Props) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [name, setName] = useState('')
  const { attempt, isBusy, problem } = useAttempt()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(() => work(password, name.trim()))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <form onSubmit={submit} className={classes.form}>
        {named && (
          <TextInput
            label={named}
            value={name}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
            maxLength={100}
            required
            withAsterisk={false}
            data-autofocus
          />
        )}
        <PasswordInput
          label={t('app.signIn.present')}
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...(!named && { 'data-autofocus': true })}
          visibilityToggleButtonProps={{ 'aria-label': t('app.signIn.see') }}
        />
        {problem && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} color={danger ? 'brick' : 'river'}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
