import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listDirectives } from '#modules/directives/api/register.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { Draft } from '../rules/draft.ts'

const PAUSE_MS = 300
const SHOWN = 20

type Props = { value: Draft['directive']; onChange(value: Draft['directive']): void }

/** The directive that an activity serves, looked for in the register; the latest ones are kept on the device. */
export function DirectiveField({ value, onChange }: Props) {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS)
  const isLabel = value !== null && typed === labelOf(value)
  const { data } = useRead(
    listDirectives,
    { limit: SHOWN, ...(asked !== '' && !isLabel && { q: asked }) },
    { offline: true },
  )
  const found: { id: string; number: string; excerpt: string }[] = data?.directives ?? []
  const options = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found
  return (
    <Select
      clearable
      searchable
      label={t('app.outreach.directive')}
      description={t('app.outreach.directive.hint')}
      nothingFoundMessage={t('app.outreach.directive.none')}
      // The server has looked: by number, excerpt and issuer, without tone marks
      filter={({ options: all }) => all}
      data={options.map((one) => ({ value: one.id, label: labelOf(one) }))}
      value={value?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(id) => {
        const chosen = options.find((one) => one.id === id)
        onChange(chosen ? { id: chosen.id, number: chosen.number, excerpt: chosen.excerpt } : null)
      }}
    />
  )
}

const labelOf = ({ number, excerpt }: { number: string; excerpt: string }): string =>
  excerpt !== '' ? `${number}: ${excerpt}` : number
