import type { Day } from '#kernel/day.ts'

/** What is wrong with the day of an activity; null: nothing. What lies after `today` is a plan, and is not counted. */
export const judgeDay = (heldOn: Day, today: Day): 'future' | null => (heldOn > today ? 'future' : null)
