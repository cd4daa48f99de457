import { Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useWords } from '#web/kit/words.tsx'

/** What the field holds: a name on each line. */
const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

type Props = {
  label: string
  value: readonly string[]
  required?: boolean
  onChange(names: string[]): void
}

/** Names with posts, a line for each; what is typed stays as it is typed. */
export function NamesField({ label, value, required = false, onChange }: Props) {
  const { t } = useWords()
  const now = value.join('\n')
  const [typed, setTyped] = useState(now)
  const told = useRef(now)
  // Another draft has come from the device or the server
  if (now !== told.current) {
    told.current = now
    setTyped(now)
  }
  return (
    <Textarea
      label={label}
      description={t('app.inspection.names')}
      required={required}
      autosize
      minRows={1}
      value={typed}
      onChange={({ currentTarget }) => {
        const names = linesOf(currentTarget.value)
        setTyped(currentTarget.value)
        told.current = names.join('\n')
        onChange(names)
      }}
    />
  )
}
