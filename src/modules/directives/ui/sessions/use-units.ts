import { type Day, dayOf, minDay } from '#kernel/day.ts'
import { parsePeriod } from '#kernel/period.ts'
import { listUnits, type Unit } from '#modules/organisation/api.ts'
import { heldUnits } from '#modules/organisation/rules/held-units.ts'
import { useSelection } from '#web/kit/selection.ts'
import { useWords } from '#web/kit/words.tsx'
import { useMe } from '#web/sync/use-me.ts'
import { useRead } from '#web/sync/use-read.ts'

/** The calendar day in Vietnam, by this device's clock. */
const useToday = (): Day => dayOf(new Date())

/** Today, or the last day of the chosen period when it is over: for what is entered afterwards. */
export function useDayWithin(): Day {
  const { period } = useSelection()
  const today = useToday()
  return minDay(today, parsePeriod(period)?.endsOn ?? today)
}

/** Units of a day at which the person holds a permission, from the top down; a code stands once. */
export function useUnitsHeld(permission: string, on: string): Unit[] {
  const { compare } = useWords()
  const { permissions } = useMe()
  const today = useToday()
  const held = permissions.find((one) => one.permission === permission)?.units ?? []
  const { data } = useRead(listUnits, { on: on === '' ? today : on }, { offline: true })
  const units = heldUnits(data?.units ?? [], held, compare)
  return [...new Map(units.map((unit) => [unit.code, unit])).values()]
}
