import { MultiSelect, Select } from '@mantine/core'
import { useMemo } from 'react'
import { foldText } from '#kernel/text.ts'
import { useWords } from '#web/kit/words.tsx'
import type { Unit } from '../../../api.ts'

const SHOWN = 40

type Option = { value: string; label: string }
/** As Mantine asks: what of the list stands under the text that was typed, without regard to tone marks. */
const filter = ({ options, search, limit }: { options: unknown[]; search: string; limit: number }) => {
  const asked = foldText(search)
  return (options as Option[])
    .filter(({ label, value }) => foldText(label).includes(asked) || value.startsWith(asked))
    .slice(0, limit) as never[]
}

/** Units by name, in Vietnamese order, with their codes: two communes may have the same name. */
export function useUnitOptions(units: readonly Unit[]): Option[] {
  const { compare } = useWords()
  return useMemo(
    () =>
      units
        .toSorted((a, b) => compare(a.name, b.name))
        .map(({ code, name }) => ({ value: code, label: `${name} · ${code}` })),
    [units, compare],
  )
}

type Field = { label: string; options: Option[]; disabled?: boolean; error?: string | undefined }

export function UnitField({
  value,
  onChange,
  options,
  ...rest
}: Field & { value: string | null; onChange(code: string | null): void; clearable?: boolean }) {
  const { t } = useWords()
  return (
    <Select
      {...rest}
      searchable
      limit={SHOWN}
      filter={filter}
      data={options}
      value={value}
      onChange={onChange}
      placeholder={t('app.units.change.pick')}
      nothingFoundMessage={t('app.units.change.notFound')}
    />
  )
}

export function UnitsField({
  value,
  onChange,
  options,
  ...rest
}: Field & { value: string[]; onChange(codes: string[]): void }) {
  const { t } = useWords()
  return (
    <MultiSelect
      {...rest}
      searchable
      limit={SHOWN}
      filter={filter}
      data={options}
      value={value}
      onChange={onChange}
      {...(value.length === 0 && { placeholder: t('app.units.change.pick') })}
      nothingFoundMessage={t('app.units.change.notFound')}
    />
  )
}
