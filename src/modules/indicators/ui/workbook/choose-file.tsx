import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { type DragEvent, useRef, useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import classes from './workbook.module.css'

type Props = {
  /** Ends of names, `.xlsx,.csv`. */
  accept: string
  hint: string
  isBusy: boolean
  onChoose(file: File): void
}

/** A button, and a ground to drop a file on. */
export function ChooseFile({ accept, hint, isBusy, onChoose }: Props) {
  const { t } = useWords()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onChoose(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isBusy) take(event.dataTransfer.files)
  }
  return (
    // Dropping is another way to do what the button does
    // biome-ignore lint/a11y/noStaticElementInteractions: the button inside is for everybody
    <div
      className={isOver ? `${classes.drop} ${classes.over}` : classes.drop}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <IconFileSpreadsheet size={28} stroke={1.4} aria-hidden />
      <p>{hint}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={t('app.import.choose')}
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          currentTarget.value = ''
        }}
      />
      <Button loading={isBusy} onClick={() => input.current?.click()}>
        {t('app.import.choose')}
      </Button>
    </div>
  )
}
