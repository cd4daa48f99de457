import { MultiSelect, Select } from '@mantine/core'
import { Fields } from '#web/kit/edit-form.tsx'
import { useWords } from '#web/kit/words.tsx'
import type { Scheme } from '../../../schema.ts'

type Ties = Scheme['ties']

/** What decides where the index is the same: shared places, or the points of areas and criteria in this order. */
export function TiesFields({ scheme, onChange }: { scheme: Scheme; onChange(ties: Ties): void }) {
  const { t } = useWords()
  const { ties, areas } = scheme
  const kind = typeof ties === 'string' ? ties : 'by'
  const codes = [...new Set(areas.flatMap((area) => [area, ...area.criteria]).map(({ code }) => code))]
  const nameOf = new Map(
    areas.flatMap((area) => [area, ...area.criteria]).map(({ code, name }) => [code, name]),
  )
  const known = typeof ties === 'string' ? codes : [...new Set([...codes, ...ties])]
  return (
    <Fields>
      <Select
        allowDeselect={false}
        label={t('app.schemes.ties')}
        value={kind}
        data={(['skip', 'dense', 'by'] as const).map((value) => ({
          value,
          label: t(`app.schemes.ties.${value}`),
        }))}
        onChange={(value) => onChange(value === 'by' ? codes.slice(0, 1) : (value as 'skip' | 'dense'))}
      />
      {typeof ties !== 'string' && (
        <MultiSelect
          searchable
          label={t('app.schemes.tiesOrder')}
          value={ties}
          data={known
            .filter((code) => code !== '')
            .map((code) => ({ value: code, label: `${code} ${nameOf.get(code) ?? ''}`.trim() }))}
          onChange={onChange}
        />
      )}
    </Fields>
  )
}
