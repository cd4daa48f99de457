import { Button, Modal } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { readJson } from '../../rules/read-json.ts'
import type { Scheme } from '../../schema.ts'
import { useStart } from './use-start.ts'

/** A scheme from a file becomes a draft, so that it can be read and tried before it is in force. */
export function OpenFile() {
  const { t } = useWords()
  const { run, isBusy, problem, reset } = useStart()
  const input = useRef<HTMLInputElement>(null)
  const [unread, setUnread] = useState<string | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    try {
      // The server says what of it is no scheme
      await run({ scheme: readJson(await file.text()) as Scheme })
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      setUnread(file.name)
    }
  }
  const close = () => {
    setUnread(null)
    reset()
  }
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={t('app.schemes.file')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <Button
        variant="default"
        loading={isBusy}
        leftSection={<IconUpload size={16} aria-hidden />}
        onClick={() => input.current?.click()}
      >
        {t('app.schemes.file')}
      </Button>
      <Modal
        centered
        opened={unread !== null || problem !== null}
        onClose={close}
        title={t('app.schemes.file')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
      >
        {problem ? (
          <ErrorNote problem={problem} />
        ) : (
          <p>{t('app.schemes.notJson', { file: unread ?? '' })}</p>
        )}
      </Modal>
    </>
  )
}
