import { Popover, UnstyledButton } from '@mantine/core'
import { IconBuilding, IconChevronDown } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { parsePeriod } from '#kernel/period.ts'
import { listUnits, type Unit } from '#modules/organisation/api.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'

/** Comes when somebody opens it: most work at one unit, and need not wait for a list of the others. */
const UnitList = lazy(() => import('./unit-list.tsx').then((m) => ({ default: m.UnitList })))

/** Units as they were on the last day of the chosen period, the person's own first. */
export function UnitPicker() {
  const { t, compare } = useWords()
  const { unit, period, select } = useSelection()
  const { grants } = useMe()
  const [isOpen, setOpen] = useState(false)
  const { data } = useRead(listUnits, { on: parsePeriod(period)?.endsOn }, { offline: true })
  const own = useMemo(
    () =>
      ownFirst(
        data?.units ?? [],
        grants.map((grant) => grant.unit),
        compare,
      ),
    [data, grants, compare],
  )
  const chosen = data?.units.find(({ code }) => code === unit)

  // Somebody who has not chosen, or whose unit is not of that day, looks at their own
  useEffect(() => {
    if (data && !chosen && own[0]) select({ unit: own[0].code })
  }, [data, chosen, own, select])

  return (
    <Popover opened={isOpen} onChange={setOpen} width={320} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className="pick"
          onClick={() => setOpen(!isOpen)}
          aria-label={t('app.pick.unit', { name: chosen?.name ?? '' })}
        >
          <IconBuilding size={17} stroke={1.6} aria-hidden />
          <b>{chosen?.name ?? unit ?? t('app.pick.noUnit')}</b>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4}>
        <Suspense fallback={<div className="waiting" />}>
          <UnitList
            units={own}
            chosen={unit}
            onChoose={(code) => {
              setOpen(false)
              select({ unit: code })
            }}
          />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
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
