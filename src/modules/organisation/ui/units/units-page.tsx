import { Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DayField } from '#web/kit/day-field.tsx'
import { EmptyNote, ErrorNote, LoadingBars } from '#web/kit/notes.tsx'
import { PageHead } from '#web/kit/page-head.tsx'
import { Panes } from '#web/kit/panes.tsx'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'
import { listUnits } from '../../api.ts'
import { findUnits, indexTree, rowsOf } from './tree-rows.ts'
import { UnitPane } from './unit-detail.tsx'
import { UnitTree } from './unit-tree.tsx'
import classes from './units.module.css'

const HIERARCHIES = ['state', 'party', 'front'] as const
type Asked = { on?: string; tree?: string; id?: string }

/** The tree of any day, and what became of each unit. Day, tree and unit stand in the address. */
export function UnitsPage() {
  const { t, number, day } = useWords()
  const { on = today(), tree = 'state', id } = useSearch({ strict: false }) as Asked
  const { unit: code } = useSelection()
  const go = useNavigate()
  const ask = (change: Asked) =>
    go({ to: '.', search: (old: Asked) => ({ ...old, ...change }), replace: true } as never)
  const { data, error, refetch } = useRead(listUnits, { on, hierarchy: tree }, { offline: true })
  const units = data?.units ?? []
  const chosen = units.find((unit) => unit.id === id) ?? units.find((unit) => unit.code === code)
  const may = useMe().may('unit.change')

  return (
    <>
      <PageHead
        title={t('app.units.title')}
        facts={data && t('app.units.facts', { count: number(units.length), on: day(on) })}
        actions={
          <>
            <Select
              aria-label={t('app.units.hierarchy')}
              w={120}
              allowDeselect={false}
              value={tree}
              data={HIERARCHIES.map((value) => ({ value, label: t(`app.units.tree.${value}`) }))}
              onChange={(value) => ask({ tree: value! })}
            />
            <DayField
              hideLabel
              label={t('app.units.on')}
              value={on}
              onChange={(value) => value && ask({ on: value })}
            />
            {may && (
              <Button
                component={Link}
                to={'/units/change' as never}
                leftSection={<IconPlus size={16} aria-hidden />}
              >
                {t('app.units.addChange')}
              </Button>
            )}
          </>
        }
      />
      <Panes
        side={chosen ? <UnitPane id={chosen.id} on={on} /> : <EmptyNote>{t('app.units.none')}</EmptyNote>}
        sideLabel={t('app.units.detail')}
      >
        {error && !data && <ErrorNote problem={error} retry={refetch} />}
        {!data && !error && <LoadingBars rows={14} />}
        {data && (
          <Browser key={tree} units={units} chosen={chosen?.id ?? null} onChoose={(id) => ask({ id })} />
        )}
      </Panes>
    </>
  )
}

type Units = Parameters<typeof indexTree>[0]

function Browser({
  units,
  chosen,
  onChoose,
}: {
  units: Units
  chosen: string | null
  onChoose(id: string): void
}) {
  const { t, number, compare } = useWords()
  const index = useMemo(() => indexTree(units, compare), [units, compare])
  const [query, setQuery] = useState('')
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const search = useMemo(() => (query ? findUnits(units, index, query) : null), [units, index, query])
  const open = useMemo(() => openOf(index, chosen, search?.open, turned), [index, chosen, search, turned])
  const rows = useMemo(() => rowsOf(index, open, search), [index, open, search])
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          type="search"
          value={query}
          aria-label={t('app.units.find')}
          placeholder={t('app.units.find')}
          leftSection={<IconSearch size={15} aria-hidden />}
          onChange={({ currentTarget: { value } }) => {
            setQuery(value)
            setTurned(new Map())
          }}
        />
        <p role="status">{search && t('app.units.found', { count: number(search.found.size) })}</p>
      </div>
      {rows.length === 0 ? (
        <EmptyNote>{t('app.units.empty')}</EmptyNote>
      ) : (
        <UnitTree
          rows={rows}
          chosen={chosen}
          found={search?.found ?? null}
          onChoose={onChoose}
          onOpen={(id, isOpen) => setTurned(new Map([...turned, [id, isOpen]]))}
        />
      )}
    </>
  )
}

/** The roots, the way to the chosen unit and to what was found; but what a person opened or closed stays so. */
function openOf(
  index: ReturnType<typeof indexTree>,
  chosen: string | null,
  found: ReadonlySet<string> | undefined,
  turned: ReadonlyMap<string, boolean>,
): Set<string> {
  const roots = index.childrenOf(null)
  const open = new Set(roots.length <= 3 ? roots.map(({ id }) => id) : [])
  for (const id of found ?? []) open.add(id)
  for (let above = chosen ? index.parentOf(chosen) : undefined; above; above = index.parentOf(above.id))
    open.add(above.id)
  for (const [id, isOpen] of turned) {
    if (isOpen) open.add(id)
    else open.delete(id)
  }
  return open
}

/** The calendar day in Vietnam. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
