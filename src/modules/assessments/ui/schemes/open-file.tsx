import { Button, Modal } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ApiProblem, type NoNetwork } from '#web/sync/call.ts'
import { readJson } from '../../rules/read-json.ts'
import type { Scheme } from '../../schema.ts'
import classes from './schemes.module.css'
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
        {unread !== null && <p>{t('app.schemes.notJson', { file: unread })}</p>}
        {problem && <Refused problem={problem} />}
      </Modal>
    </>
  )
}

/** What of the file is no scheme, by its place in the file; or why no draft was begun. */
function Refused({ problem }: { problem: ApiProblem | NoNetwork }) {
  const { t } = useWords()
  const errors = problem instanceof ApiProblem ? problem.told.errors : []
  if (errors.length === 0) return <ErrorNote problem={problem} />
  return (
    <div role="alert">
      <p>{t('app.schemes.notScheme')}</p>
      <ul className={classes.wrong}>
        {errors.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            <code>{path.replace(/^scheme\.?/, '') || '–'}</code> {message}
          </li>
        ))}
      </ul>
    </div>
  )
}
