import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useState } from 'react'
import { foldText } from '#kernel/text.ts'
import classes from './pick-list.module.css'
import { useWords } from './words.tsx'

export type Pickable = { id: string; name: string; note?: string }

type Props = {
  items: readonly Pickable[]
  chosen: string | null
  label: string
  onChoose(id: string): void
}

/** A searched list of which one is open: one tab stop, `↑ ↓ Home End` walk it, without regard to tone marks. */
export function PickList({ items, chosen, label, onChoose }: Props) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const name = useId()
  const asked = foldText(query)
  const shown = items.filter((item) => foldText(`${item.name} ${item.id}`).includes(asked))
  const at = shown.findIndex(({ id }) => id === chosen)

  const onKey = (event: KeyboardEvent) => {
    const last = shown.length - 1
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key]
    const item = to === undefined ? undefined : shown[Math.min(Math.max(to, 0), last)]
    if (!item) return
    event.preventDefault()
    onChoose(item.id)
    document.getElementById(`${name}-${item.id}`)?.scrollIntoView({ block: 'nearest' })
  }
  return (
    <>
      <TextInput
        type="search"
        value={query}
        aria-label={t('app.pickList.find')}
        placeholder={t('app.pickList.find')}
        leftSection={<IconSearch size={15} aria-hidden />}
        onChange={({ currentTarget: { value } }) => setQuery(value)}
      />
      {shown.length === 0 ? (
        <p className={classes.none}>{t('app.pickList.none')}</p>
      ) : (
        <div
          className={classes.list}
          role="listbox"
          tabIndex={0}
          aria-label={label}
          aria-activedescendant={at < 0 ? undefined : `${name}-${chosen}`}
          onKeyDown={onKey}
        >
          {shown.map((item) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list, its one tab stop, listens to the keys
            <div
              key={item.id}
              id={`${name}-${item.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={item.id === chosen}
              onClick={() => onChoose(item.id)}
            >
              <span>{item.name}</span>
              {item.note && <small>{item.note}</small>}
            </div>
          ))}
        </div>
      )}
    </>
  )
}
