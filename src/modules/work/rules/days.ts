import { addDays, type Day } from '#kernel/day.ts'

type Unit = { dueOn: Day | null; dataTo: Day | null }
export type DueDay = { on: Day; overdue: number; due: number }

/** By due day, in order: how many reports are overdue or due then. What has no day is on none. */
export function dueDays(units: readonly Unit[], today: Day): DueDay[] {
  const days = new Map<Day, DueDay>()
  for (const { dueOn } of units) {
    if (dueOn === null) continue
    const day = days.get(dueOn) ?? { on: dueOn, overdue: 0, due: 0 }
    day[dueOn < today ? 'overdue' : 'due'] += 1
    days.set(dueOn, day)
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** Counts of the same days added up, in order. */
export function joinDays(...lists: readonly (readonly DueDay[])[]): DueDay[] {
  const days = new Map<Day, DueDay>()
  for (const { on, overdue, due } of lists.flat()) {
    const day = days.get(on) ?? { on, overdue: 0, due: 0 }
    days.set(on, { on, overdue: day.overdue + overdue, due: day.due + due })
  }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1))
}

/** What figures were to speak of longer ago than this says nothing about today. */
const NEAR_DAYS = 31

/** The last day that the figures of reports still to be sent speak of: the nearest to come, else the last of a month. */
export function dataToOf(units: readonly Unit[], today: Day): Day | null {
  const days = [...new Set(units.flatMap(({ dataTo }) => dataTo ?? []))].sort()
  return days.find((day) => day >= today) ?? days.findLast((day) => addDays(day, NEAR_DAYS) >= today) ?? null
}
