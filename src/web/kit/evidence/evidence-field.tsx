import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { ACCEPTED, addFile, isTooLarge } from './add-file.ts'
import classes from './evidence.module.css'
import { EvidenceItem } from './evidence-item.tsx'

/** What an answer says of a file. */
export type KnownFile = { id: string; name: string; mediaType: string; bytes: number }

type Props = {
  /** Code of the unit that the files are evidence of, in the borders of `period`. */
  unit: string
  period?: string
  /** Names of files: the server's, or `local:…` while they wait on this device. */
  fileIds: readonly string[]
  /** What is known of them already. */
  files?: readonly KnownFile[]
  /** Left out: the files are shown only. */
  onChange?: (fileIds: string[]) => void
}

type Sending = { name: string; sent: number; bytes: number }

/** The files that a value rests on, and a way to add and to take away. */
export function EvidenceField({ unit, period, fileIds, files = [], onChange }: Props) {
  const { t, number } = useWords()
  const [sending, setSending] = useState<Sending | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const [tooLarge, setTooLarge] = useState('')
  const input = useRef<HTMLInputElement>(null)

  async function add(chosen: readonly File[]) {
    setProblem(null)
    setTooLarge(chosen.find(isTooLarge)?.name ?? '')
    let ids = [...fileIds]
    for (const file of chosen) {
      if (isTooLarge(file)) continue
      const tell = (sent: number, bytes: number) => setSending({ name: file.name, sent, bytes })
      tell(0, file.size)
      try {
        ids = [...ids, await addFile(file, { unit, period }, tell)]
        onChange?.(ids)
      } catch (error) {
        setProblem(error)
      }
    }
    setSending(null)
  }

  return (
    <fieldset className={classes.field}>
      <legend>{t('app.evidence.title')}</legend>
      {fileIds.length === 0 && <p className={classes.none}>{t('app.evidence.none')}</p>}
      <ul className={classes.list}>
        {fileIds.map((id) => (
          <EvidenceItem
            key={id}
            id={id}
            known={files.find((file) => file.id === id)}
            {...(onChange && { onRemove: () => onChange(fileIds.filter((other) => other !== id)) })}
          />
        ))}
      </ul>
      {sending && (
        <div className={classes.sending} role="status">
          <span>{t('app.evidence.sending', { name: sending.name })}</span>
          <progress value={sending.sent} max={sending.bytes} aria-label={sending.name} />
          <span>{number(Math.floor((sending.sent / sending.bytes) * 100))} %</span>
        </div>
      )}
      {tooLarge && <p role="alert">{t('app.evidence.tooLarge', { name: tooLarge })}</p>}
      {problem !== null && <ErrorNote problem={problem} />}
      {onChange && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            multiple
            accept={ACCEPTED}
            aria-label={t('app.evidence.add')}
            onChange={({ currentTarget }) => {
              const chosen = [...(currentTarget.files ?? [])]
              currentTarget.value = ''
              add(chosen)
            }}
          />
          <Button
            variant="default"
            leftSection={<IconPaperclip size={16} stroke={1.75} aria-hidden />}
            disabled={sending !== null}
            onClick={() => input.current?.click()}
          >
            {t('app.evidence.add')}
          </Button>
        </>
      )}
    </fieldset>
  )
}
