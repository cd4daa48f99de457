import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { listDirectives } from '#modules/directives/api/register.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import type { PlanDraft } from './plan-draft.ts'

const PAUSE_MS = 300

type Props = {
  value: PlanDraft['directive']
  error?: string | undefined
  disabled?: boolean
  onChange(directive: PlanDraft['directive']): void
}

/** The directive of the register that orders the inspection, found by number or words. */
export function DirectiveField({ value, error, disabled = false, onChange }: Props) {
  const { t, day } = useWords()
  const [typed, setTyped] = useState('')
  const [q] = useDebouncedValue(typed === value?.label ? '' : typed, PAUSE_MS)
  const { data } = useRead(
    listDirectives,
    { ...(q.trim() !== '' && { q: q.trim() }), limit: 20 },
    { enabled: !disabled },
  )
  const found = (data?.directives ?? []).map(({ id, number, excerpt, issuedOn }) => ({
    value: id,
    label: `${number}, ${day(issuedOn)}, ${excerpt}`,
  }))
  const options =
    value && !found.some((option) => option.value === value.id)
      ? [{ value: value.id, label: value.label }, ...found]
      : found
  return (
    <Select
      label={t('app.inspection.directive')}
      description={t('app.inspection.directive.hint')}
      required
      searchable
      disabled={disabled}
      error={error}
      value={value?.id ?? null}
      data={options}
      // The server has searched already
      filter={({ options: all }) => all}
      onSearchChange={setTyped}
      nothingFoundMessage={t('app.inspection.directive.none')}
      onChange={(id) => {
        const chosen = options.find((option) => option.value === id)
        onChange(chosen ? { id: chosen.value, label: chosen.label } : null)
      }}
    />
  )
}
