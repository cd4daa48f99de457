import type { Day } from '#kernel/day.ts'
import { overlaps, type Period } from '#kernel/period.ts'
import { foldText } from '#kernel/text.ts'

const LONGEST = 60

/**
 * The name of a programme in addresses: its words without tone marks, joined by hyphens, at most 60 characters and no
 * word cut in two. `''` when the name has no letter or digit.
 */
export function slugOf(name: string): string {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  const kept = words.filter((_, n) => words.slice(0, n + 1).join('-').length <= LONGEST)
  return kept.join('-') || (words[0] ?? '').slice(0, LONGEST)
}

/** A slug that nobody has: with the first year behind it when the name alone is taken, then with a number. */
export function freeSlug(name: string, startsOn: Day, taken: ReadonlySet<string>): string {
  const slug = slugOf(name) || 'programme'
  const dated = `${slug}-${startsOn.slice(0, 4)}`
  if (!taken.has(slug)) return slug
  if (!taken.has(dated)) return dated
  const numbers = Array.from({ length: taken.size + 1 }, (_, n) => n + 2)
  return `${dated}-${numbers.find((n) => !taken.has(`${dated}-${n}`))}`
}

/** A target belongs to a content when its period shares a day with the content's. */
export const isOfDays = (period: Period, days: { startsOn: Day; endsOn: Day }): boolean =>
  overlaps(period, { ...period, ...days })
