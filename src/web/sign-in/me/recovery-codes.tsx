import { Button, Group, Modal } from '@mantine/core'
import { useWords } from '#web/kit/words.tsx'
import classes from './me.module.css'

/** Shown once: nobody, this server included, can show them again. */
export function RecoveryCodes({ codes, onClose }: { codes: readonly string[]; onClose(): void }) {
  const { t } = useWords()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('app.me.recoveryTitle')}
      centered
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <p className={classes.note}>{t('app.me.recoveryHint')}</p>
      <ul className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => navigator.clipboard?.writeText(codes.join('\n'))}>
          {t('app.me.copyCodes')}
        </Button>
        <Button onClick={onClose}>{t('app.me.keptCodes')}</Button>
      </Group>
    </Modal>
  )
}
