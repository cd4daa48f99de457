import { Checkbox, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import classes from './audit.module.css'
import type { AuditFilter } from './use-audit.ts'

const PAUSE_MS = 350

type Shown = { filter: AuditFilter; canReadAll: boolean; onChange(filter: AuditFilter): void }

/** A row of fields; what is typed is looked for after a moment. */
export function AuditFilters({ filter, canReadAll, onChange }: Shown) {
  const { t } = useWords()
  const [typed, setTyped] = useState(filter)
  useEffect(() => {
    const timer = setTimeout(() => onChange(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, onChange])
  const field = (name: 'who' | 'action' | 'subject') => (
    <TextInput
      label={t(`app.audit.filter.${name}`)}
      value={typed[name]}
      onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [name]: value })}
    />
  )
  const day = (name: 'from' | 'to') => (
    <DayField
      label={t(`app.audit.filter.${name}`)}
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  )
  return (
    <search className={classes.filters} aria-label={t('app.audit.filters')}>
      {field('who')}
      {field('action')}
      {field('subject')}
      {day('from')}
      {day('to')}
      {canReadAll && (
        <Checkbox
          label={t('app.audit.filter.unit')}
          checked={typed.ofUnit}
          onChange={({ currentTarget: { checked } }) => setTyped({ ...typed, ofUnit: checked })}
        />
      )}
    </search>
  )
}
