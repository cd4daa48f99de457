import { Combobox, ScrollArea, TextInput, UnstyledButton, useCombobox } from '@mantine/core'
import { IconBuilding, IconChevronDown } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { foldText } from '#kernel/text.ts'
import { listUnits, type Unit } from '#modules/organisation/api.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'

const SHOWN = 60

/** Units as they were on the last day of the chosen period, the person's own first. */
export function UnitPicker() {
  const { t, compare } = useWords()
  const { unit, period, select } = useSelection()
  const { grants } = useMe()
  const [query, setQuery] = useState('')
  const on = parsePeriod(period)?.endsOn
  const { data } = useRead(listUnits, { on }, { offline: true })
  const units = data?.units ?? []
  const own = useMemo(
    () =>
      ownFirst(
        units,
        grants.map((grant) => grant.unit),
        compare,
      ),
    [units, grants, compare],
  )
  const chosen = units.find(({ code }) => code === unit)
  const box = useCombobox({ onDropdownClose: () => setQuery('') })

  // Somebody who has not chosen, or whose unit is not of that day, looks at their own
  useEffect(() => {
    if (data && !chosen && own[0]) select({ unit: own[0].code })
  }, [data, chosen, own, select])

  const asked = foldText(query)
  const found = own.filter(({ name, code }) => foldText(name).includes(asked) || code.startsWith(asked))
  return (
    <Combobox
      store={box}
      width={320}
      position="bottom-start"
      onOptionSubmit={(code) => {
        select({ unit: code })
        box.closeDropdown()
      }}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className="pick"
          onClick={() => box.toggleDropdown()}
          aria-label={t('app.pick.unit', { name: chosen?.name ?? '' })}
        >
          <IconBuilding size={17} stroke={1.6} aria-hidden />
          <b>{chosen?.name ?? unit ?? t('app.pick.noUnit')}</b>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          component={TextInput as never}
          value={query}
          onChange={({ currentTarget: { value } }) => {
            setQuery(value)
            box.selectFirstOption()
          }}
          placeholder={t('app.pick.find')}
          aria-label={t('app.pick.find')}
        />
        <Combobox.Options aria-label={t('app.pick.units')}>
          <ScrollArea.Autosize mah={360} type="scroll">
            {found.slice(0, SHOWN).map(({ id, code, name, kind, level }) => (
              <Combobox.Option
                key={id}
                value={code}
                active={code === unit}
                style={{ paddingLeft: 8 + (level - 1) * 10 }}
              >
                {name} <small className="kind">{kind}</small>
              </Combobox.Option>
            ))}
            {found.length === 0 && <Combobox.Empty>{t('app.pick.none')}</Combobox.Empty>}
            {found.length > SHOWN && (
              <Combobox.Footer>{t('app.pick.more', { count: found.length - SHOWN })}</Combobox.Footer>
            )}
          </ScrollArea.Autosize>
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** The subtrees of `codes` (null: everything) in the order of the tree, sorted by name among siblings. */
function ownFirst(
  units: readonly Unit[],
  codes: readonly (string | null)[],
  compare: (a: string, b: string) => number,
): Unit[] {
  const children = Map.groupBy(units, ({ parentId }) => parentId)
  const walk = (unit: Unit): Unit[] => [
    unit,
    ...[...(children.get(unit.id) ?? [])].sort((a, b) => compare(a.name, b.name)).flatMap(walk),
  ]
  const held = units.filter(({ code }) => codes.includes(code))
  const roots = codes.includes(null) || held.length === 0 ? (children.get(null) ?? []) : held
  return [...new Map(roots.flatMap(walk).map((unit) => [unit.id, unit])).values()]
}
