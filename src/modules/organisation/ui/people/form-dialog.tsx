import { Button, Group, Modal } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import classes from './people.module.css'

type Props = {
  title: string
  action: string
  children: ReactNode
  problem: unknown
  isBusy: boolean
  isReady?: boolean
  onSend(): void
  onClose(): void
}

/** A short form over the page, with the server's refusal above its button. */
export function FormDialog({
  title,
  action,
  children,
  problem,
  isBusy,
  isReady = true,
  onSend,
  onClose,
}: Props) {
  const { t } = useWords()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSend()
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
        {children}
        {Boolean(problem) && <ErrorNote problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" loading={isBusy} disabled={!isReady}>
            {action}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}
