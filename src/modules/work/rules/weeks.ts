import { addDays, type Day } from '#kernel/day.ts'

/** The days of the week of a day and of the weeks after it, Monday to Sunday. */
export function weeksFrom(today: Day, weeks: number): Day[][] {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const monday = addDays(today, -sinceMonday)
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)),
  )
}

/** How soon a day comes, as people say it: today, tomorrow, a day of this week (0 Monday … 6 Sunday), or its date. */
export type Nearness = { kind: 'today' | 'tomorrow' | 'date' } | { kind: 'weekday'; weekday: number }

export function nearnessOf(day: Day, today: Day): Nearness {
  if (day === today) return { kind: 'today' }
  if (day === addDays(today, 1)) return { kind: 'tomorrow' }
  if (day < today || day > addDays(today, 6)) return { kind: 'date' }
  return { kind: 'weekday', weekday: (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7 }
}
