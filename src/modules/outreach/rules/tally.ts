import type { Day } from '#kernel/day.ts'
import type { OutreachCount, OutreachForm } from '../schema.ts'

/**
 * Activities of one form and programme below one unit. `childId`: the unit right below the one that is asked for, by
 * the tree of each activity's own day; null: its own activities.
 */
export type Tallied = OutreachCount & { childId: number | null; form: OutreachForm; programme: string | null }

export const NOTHING: OutreachCount = { activities: 0, reached: 0, told: 0 }

/** Counts added up; of none: nothing at all. */
export const addCounts = (counts: readonly OutreachCount[]): OutreachCount =>
  counts.reduce(
    (sum, { activities, reached, told }) => ({
      activities: sum.activities + activities,
      reached: sum.reached + reached,
      told: sum.told + told,
    }),
    NOTHING,
  )

/** Counts by whatever `of` says, in the order in which it first comes. */
export function countBy<K>(tallied: readonly Tallied[], of: (one: Tallied) => K): Map<K, OutreachCount> {
  const groups = Map.groupBy(tallied, of)
  return new Map([...groups].map(([key, counts]) => [key, addCounts(counts)]))
}

/** The month in which a day lies, as a period: `202111`. Source values are given by month, and roll up to any period. */
export const monthOf = (day: Day): string => day.slice(0, 4) + day.slice(5, 7)
