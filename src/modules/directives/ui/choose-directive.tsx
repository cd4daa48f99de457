import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { getDirective, listDirectives } from '../api/register.ts'
import { readNumber } from '../rules/number.ts'

const PAUSE_MS = 300
const SHOWN = 20

export type Chosen = { id: string; number: string; excerpt: string; issuedOn: string }

type Props = {
  label: string
  description?: string
  error?: string | undefined
  required?: boolean
  /** Id of the directive that is chosen. */
  value: string | null
  /** The label is read but not seen. */
  hideLabel?: boolean
  className?: string | undefined
  onChange(chosen: Chosen | null): void
}

/** A directive looked for in the register, by number, excerpt or issuer, without tone marks. */
export function ChooseDirective({ label, value, onChange, hideLabel = false, ...rest }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const held = useRead(getDirective, { id: value ?? '0' }, { enabled: value !== null }).data
  const chosen = held && held.id === value ? held : undefined
  const isLabel = chosen !== undefined && typed === labelOf(chosen)
  // A whole number means that directive, not those that mention it
  const by = readNumber(asked).ok ? { number: asked } : { q: asked }
  const { data } = useRead(listDirectives, { limit: SHOWN, ...(asked !== '' && !isLabel && by) })
  const found: Chosen[] = data?.directives ?? []
  const options = chosen && !found.some(({ id }) => id === value) ? [chosen, ...found] : found
  return (
    <Select
      {...rest}
      {...(hideLabel ? { 'aria-label': label } : { label })}
      clearable={!rest.required}
      searchable
      placeholder={t('app.chooseDirective.find')}
      nothingFoundMessage={t('app.chooseDirective.none')}
      // The server has looked
      filter={({ options: all }) => all}
      data={options.map((one) => ({ value: one.id, label: labelOf(one) }))}
      value={options.some(({ id }) => id === value) ? value : null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => onChange(options.find((one) => one.id === id) ?? null)}
    />
  )
}

const labelOf = ({ number, excerpt }: Pick<Chosen, 'number' | 'excerpt'>): string =>
  excerpt === '' ? number : `${number}: ${excerpt}`
