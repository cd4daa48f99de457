import { useMemo } from 'react'
import type { Day } from '#kernel/day.ts'
import { listUnits } from '#modules/organisation/api.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'

/** A unit and all below it on a day, as choices: by name, with kind and code. */
export function useUnitsBelow(unit: string, on: Day | ''): { value: string; label: string; name: string }[] {
  const { compare } = useWords()
  const { data } = useRead(listUnits, on === '' ? {} : { on }, { offline: true })
  return useMemo(() => {
    const units = data?.units ?? []
    const top = units.find(({ code }) => code === unit)
    if (!top) return []
    const reached = new Set([top.id])
    for (const one of [...units].sort((a, b) => a.level - b.level))
      if (one.parentId !== null && reached.has(one.parentId)) reached.add(one.id)
    return units
      .filter(({ id }) => reached.has(id))
      .sort((a, b) => compare(a.name, b.name))
      .map(({ code, name, kind }) => ({ value: code, label: `${name} (${kind}, ${code})`, name }))
  }, [data, unit, compare])
}
