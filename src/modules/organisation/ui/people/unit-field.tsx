import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { foldText } from '#kernel/text.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listUnits } from '../../api.ts'

export const EVERYWHERE = '*'
const SHOWN = 60

/**
 * A unit by its name, found without marks: of today's tree, or of the chosen period's where its code is not in use
 * again. Also everywhere, for whoever may give that.
 */
export function UnitField({
  value,
  onChange,
}: {
  value: string | null
  onChange(code: string | null): void
}) {
  const { t, compare } = useWords()
  const { permissions } = useMe()
  const { period } = useSelection()
  const on = parsePeriod(period)?.endsOn
  const { data: now } = useRead(listUnits, {}, { offline: true })
  const { data: then } = useRead(listUnits, { on }, { offline: true })
  const isFree = permissions.some(
    ({ permission, units }) => permission === 'grant.manage' && units === 'everywhere',
  )
  const options = useMemo(() => {
    const units = [
      ...new Map([...(then?.units ?? []), ...(now?.units ?? [])].map((unit) => [unit.code, unit])).values(),
    ].sort((a, b) => compare(a.name, b.name))
    const named = units.map(({ code, name, kind }) => ({ value: code, label: `${name} (${kind}, ${code})` }))
    return isFree ? [{ value: EVERYWHERE, label: t('app.people.everywhereOption') }, ...named] : named
  }, [now, then, isFree, compare, t])
  return (
    <Select
      label={t('app.people.unit')}
      description={t('app.people.unitHint')}
      data={options}
      value={value}
      onChange={onChange}
      searchable
      limit={SHOWN}
      filter={({ options: all, search, limit }) =>
        all
          .filter((option) => 'label' in option && foldText(option.label).includes(foldText(search)))
          .slice(0, limit)
      }
      nothingFoundMessage={t('app.people.noUnit')}
      required
      withAsterisk={false}
    />
  )
}
