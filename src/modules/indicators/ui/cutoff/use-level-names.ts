import { parsePeriod } from '#kernel/period.ts'
import { listUnits } from '#modules/organisation/api.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useRead } from '#web/sync/use-read.ts'

/** What a level is called: the kinds of units that stand there at the end of the chosen period (`thị trấn, xã`). */
export function useLevelNames(): (level: number | null) => string {
  const { t, compare } = useWords()
  const { period } = useSelection()
  const on = parsePeriod(period)?.endsOn
  const units = useRead(listUnits, { on }, { offline: true }).data?.units ?? []
  const kinds = Map.groupBy(units, (unit) => unit.level)
  return (level) => {
    if (level === null) return t('app.cutoff.anyLevel')
    const there = [...new Set((kinds.get(level) ?? []).map((unit) => unit.kind))].sort(compare)
    if (there.length === 0) return t('app.cutoff.level', { level })
    return there.join(', ')
  }
}
