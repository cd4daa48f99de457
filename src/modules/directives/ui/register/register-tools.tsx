import { Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { DIRECTIVE_TYPES } from '../../rules/types.ts'
import { SIDES } from '../../schema.ts'
import classes from './register.module.css'
import type { RegisterFilters, useRegisterFilters } from './use-register.ts'

const PAUSE_MS = 300
type Props = { filters: RegisterFilters; ask: ReturnType<typeof useRegisterFilters>['ask'] }

/** What the register is narrowed by: words, whose, which type, days of issue. */
export function RegisterTools({ filters, ask }: Props) {
  const { t, lang } = useWords()
  return (
    <search className={classes.tools} aria-label={t('app.register.filters')}>
      <FindField value={filters.q} onFind={(q) => ask({ q: q === '' ? undefined : q })} />
      <Select
        clearable
        aria-label={t('app.register.side')}
        placeholder={t('app.register.everySide')}
        value={filters.side ?? null}
        data={SIDES.map((value) => ({ value, label: t(`app.register.side.${value}`) }))}
        onChange={(side) => ask({ side: SIDES.find((one) => one === side) })}
      />
      <Select
        clearable
        searchable
        aria-label={t('app.register.type')}
        placeholder={t('app.register.everyType')}
        value={filters.type ?? null}
        data={DIRECTIVE_TYPES.map((type) => ({ value: type.code, label: type[lang] }))}
        onChange={(type) => ask({ type: type ?? undefined })}
      />
      <DayField
        hideLabel
        className={classes.day}
        label={t('app.register.from')}
        value={filters.from ?? ''}
        onChange={(from) => ask({ from: from || undefined })}
      />
      <DayField
        hideLabel
        className={classes.day}
        label={t('app.register.to')}
        value={filters.to ?? ''}
        onChange={(to) => ask({ to: to || undefined })}
      />
    </search>
  )
}

function FindField({ value, onFind }: { value: string; onFind(text: string): void }) {
  const { t } = useWords()
  const [typed, setTyped] = useState(value)
  const find = useDebouncedCallback((text: string) => onFind(text.trim()), PAUSE_MS)
  return (
    <TextInput
      type="search"
      className={classes.find}
      aria-label={t('app.register.find')}
      placeholder={t('app.register.findHint')}
      maxLength={200}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        find(currentTarget.value)
      }}
    />
  )
}
