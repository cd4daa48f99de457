import { Combobox, ScrollArea, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { foldText } from '#kernel/text.ts'
import type { Unit } from '#modules/organisation/api.ts'
import { useWords } from '#web/kit/words.tsx'

const SHOWN = 60

/** Finds a unit by name, with or without tone marks, or by the beginning of its code. `units`: in the order to show. */
export function UnitList({ units, chosen, onChoose }: UnitListProps) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const box = useCombobox({ opened: true })
  const search = useRef<HTMLInputElement>(null)
  // It came after its popover had looked for what to focus
  useEffect(() => search.current?.focus({ preventScroll: true }), [])
  const asked = foldText(query)
  const found = units.filter(({ name, code }) => foldText(name).includes(asked) || code.startsWith(asked))
  return (
    <Combobox store={box} onOptionSubmit={onChoose}>
      <Combobox.EventsTarget>
        <TextInput
          value={query}
          onChange={({ currentTarget: { value } }) => {
            setQuery(value)
            box.selectFirstOption()
          }}
          placeholder={t('app.pick.find')}
          aria-label={t('app.pick.find')}
          ref={search}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={t('app.pick.units')} mt={4}>
        <ScrollArea.Autosize mah={360} type="scroll">
          {found.slice(0, SHOWN).map(({ id, code, name, kind, level }) => (
            <Combobox.Option
              key={id}
              value={code}
              active={code === chosen}
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
    </Combobox>
  )
}

type UnitListProps = { units: readonly Unit[]; chosen: string | null; onChoose(code: string): void }
