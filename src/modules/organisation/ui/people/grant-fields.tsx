import { Select, TextInput } from '@mantine/core'
import { DayField } from '#web/kit/day-field.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type GrantInput, listRoles } from '../../api/access.ts'
import { EVERYWHERE, UnitField } from './unit-field.tsx'

/** A role as it is typed; '' and null are not chosen yet. */
export type Draft = {
  role: string | null
  unit: string | null
  field: string
  validFrom: string
  validTo: string
}
export const NEW_GRANT: Draft = { role: null, unit: null, field: '', validFrom: '', validTo: '' }

/** The role as it is sent; null while something is missing. */
export function grantOf({ role, unit, field, validFrom, validTo }: Draft): GrantInput | null {
  if (role === null || unit === null) return null
  return {
    role,
    unit: unit === EVERYWHERE ? null : unit,
    field: field.trim() || null,
    ...(validFrom && { validFrom }),
    ...(validTo && { validTo }),
  }
}

export function GrantFields({ draft, onChange }: { draft: Draft; onChange(draft: Draft): void }) {
  const { t } = useWords()
  const { data } = useRead(listRoles, {})
  const roles = data?.roles.filter(({ mayGive }) => mayGive) ?? []
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Select
        label={t('app.people.role')}
        data={roles.map(({ role, name }) => ({ value: role, label: name }))}
        value={draft.role}
        onChange={(role) => set({ role })}
        required
        withAsterisk={false}
      />
      <UnitField value={draft.unit} onChange={(unit) => set({ unit })} />
      <TextInput
        label={t('app.people.field')}
        description={t('app.people.fieldHint')}
        value={draft.field}
        onChange={({ currentTarget }) => set({ field: currentTarget.value })}
      />
      <DayField
        label={t('app.people.firstDay')}
        value={draft.validFrom}
        onChange={(validFrom) => set({ validFrom })}
      />
      <DayField
        label={t('app.people.lastDay')}
        description={t('app.people.openHint')}
        value={draft.validTo}
        onChange={(validTo) => set({ validTo })}
      />
    </>
  )
}
