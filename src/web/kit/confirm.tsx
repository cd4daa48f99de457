import { Button, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from './words.tsx'

type Asked = {
  opened: boolean
  title: string
  /** Repeats the figure and the unit. */
  children: ReactNode
  /** Verb and object: `Gửi bản 3`. */
  action: string
  danger?: boolean
  isBusy?: boolean
  disabled?: boolean
  onConfirm(): void
  onClose(): void
}

/** Asks before what cannot be taken back: sending, approving, locking, publishing. */
export function Confirm({
  opened,
  title,
  children,
  action,
  danger,
  isBusy = false,
  disabled = false,
  onConfirm,
  onClose,
}: Asked) {
  const { t } = useWords()
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      centered
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      {children}
      <Group justify="flex-end" mt="md" gap="sm">
        <Button variant="default" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          color={danger ? 'brick' : 'river'}
          loading={isBusy}
          disabled={disabled}
          onClick={onConfirm}
          data-autofocus
        >
          {action}
        </Button>
      </Group>
    </Modal>
  )
}
