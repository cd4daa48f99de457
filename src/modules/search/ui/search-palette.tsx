import { Kbd, Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { ErrorNote } from '#web/kit/notes.tsx'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'
import { type Found, search } from '../api.ts'
import { FoundLine } from './found-line.tsx'
import classes from './search.module.css'
import { useOpenFound } from './use-open-found.ts'

/** A pause in typing after which is asked. */
const PAUSE_MS = 120
const LIST = 'search-found'

/** `Ctrl K`: units of any day, programmes, figures, indicators and forms, without tone marks. Arrows choose, Enter opens. */
export function SearchPalette({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), PAUSE_MS)
  const [at, setAt] = useState(0)
  const { data, error, refetch } = useRead(search, { q: asked, limit: 20 }, { enabled: asked !== '' })
  const found = asked === '' ? [] : (data?.found ?? [])
  const open = useOpenFound(onClose)
  const here = Math.min(at, found.length - 1)
  const onKey = (event: KeyboardEvent) => {
    const moves: Record<string, number> = {
      ArrowDown: here + 1,
      ArrowUp: here - 1,
      PageDown: here + 8,
      PageUp: here - 8,
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(found.length - 1, to)))
    }
    if (event.key === 'Enter' && found[here]) open(found[here])
  }
  return (
    <Modal.Root opened={opened} onClose={onClose} size={560} yOffset="9vh">
      <Modal.Overlay />
      <Modal.Content aria-label={t('app.search.title')}>
        <TextInput
          data-autofocus
          size="lg"
          variant="unstyled"
          className={classes.field}
          leftSection={<IconSearch size={18} stroke={1.6} aria-hidden />}
          placeholder={t('app.search.placeholder')}
          role="combobox"
          aria-label={t('app.search.title')}
          aria-expanded={found.length > 0}
          aria-controls={LIST}
          aria-autocomplete="list"
          aria-activedescendant={found[here] ? `${LIST}-${here}` : undefined}
          value={text}
          onChange={({ currentTarget: { value } }) => {
            setText(value)
            setAt(0)
          }}
          onKeyDown={onKey}
        />
        {error && asked !== '' && <ErrorNote problem={error} retry={() => refetch()} />}
        <Results found={found} here={here} open={open} onPoint={setAt} />
        <p className={classes.foot} role="status">
          {asked !== '' && data && found.length === 0 && !error ? (
            t('app.search.none', { text: asked })
          ) : (
            <>
              <span>
                <Kbd>
                  <IconArrowUp size={12} aria-hidden />
                  <IconArrowDown size={12} aria-hidden />
                </Kbd>{' '}
                {t('app.search.choose')}
              </span>
              <span>
                <Kbd>Enter</Kbd> {t('app.search.open')}
              </span>
              <span>
                <Kbd>Esc</Kbd> {t('app.search.close')}
              </span>
            </>
          )}
        </p>
      </Modal.Content>
    </Modal.Root>
  )
}

type ResultsProps = {
  found: readonly Found[]
  here: number
  open(one: Found): void
  onPoint(at: number): void
}

const Results = ({ found, here, open, onPoint }: ResultsProps) => {
  const { t } = useWords()
  return (
    <div id={LIST} role="listbox" aria-label={t('app.search.found')} className={classes.list}>
      {found.map((one, i) => (
        <FoundLine
          key={`${one.kind} ${one.code} ${one.name}`}
          id={`${LIST}-${i}`}
          found={one}
          isHere={i === here}
          onPoint={() => onPoint(i)}
          onOpen={() => open(one)}
        />
      ))}
    </div>
  )
}
