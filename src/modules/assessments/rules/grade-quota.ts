// "At most so many at a level", counted (`domain.md` §2.5). Pure, so that the meter moves while proposals are made.

import { dividedBy, type Exact, HUNDRED, readExact, times, whole } from '#kernel/exact.ts'
import { type Grade, LEVELS, type Level, type Quota } from './grade-rules.ts'

/** x and y of the text: those at the level of the quota, and those at the next level down. */
export type Standing = { better: number; good: number }
type Base = Quota['base']

/** Of p percent of a number, as the rules round. */
function partOf(percent: string, count: number, rounding: Quota['rounding']): number {
  const { of, over }: Exact = dividedBy(times(readExact(percent)!, whole(count)), HUNDRED)
  if (rounding === 'floor') return Number(of / over)
  if (rounding === 'ceil') return Number((of + over - 1n) / over)
  return Number((2n * of + over) / (2n * over))
}

/**
 * How many of `n` people judged good or better may be better, by one reading: A (`good`) x ≤ p·(n − x), B
 * (`goodOrBetter`) x ≤ p·n. The small-unit rule is applied, an exception is the percentage given.
 */
export function mostOf(
  n: number,
  quota: Pick<Quota, 'percent' | 'rounding' | 'smallUnit'>,
  base: Base,
): number {
  const small = quota.smallUnit !== null && n < quota.smallUnit.below ? Math.min(quota.smallUnit.allow, n) : 0
  if (base === 'goodOrBetter') return Math.max(Math.min(partOf(quota.percent, n, quota.rounding), n), small)
  let most = 0
  while (most < n && most + 1 <= partOf(quota.percent, n - most - 1, quota.rounding)) most += 1
  return Math.max(most, small)
}

/** Whether so many are within the quota. @param percent of an exception, else the quota's own */
export const isWithin = ({ better, good }: Standing, quota: Quota, percent = quota.percent): boolean =>
  better <= mostOf(better + good, { ...quota, percent }, quota.base)

/** The level below, whose number the quota rests on. */
export const nextDown = (level: Level): Level => LEVELS[LEVELS.indexOf(level) + 1] ?? 'KHTNV'

/** Whoever is counted: by group of comparable duties, by unit. */
export type Counted = { group: string; unit: { code: string; name: string } }
/** Names the group within which a quota counts somebody. */
export function quotaKey(groupBy: Quota['groupBy'], { group, unit }: Counted): string {
  if (groupBy === 'all') return ''
  if (groupBy === 'group') return group
  return groupBy === 'unit' ? unit.code : `${unit.code} | ${group}`
}

export type Counts = Record<Grade | 'none', number>
export function countGrades(grades: Iterable<Grade | null>): Counts {
  const counts: Counts = { HTXSNV: 0, HTTNV: 0, HTNV: 0, KHTNV: 0, exempt: 0, none: 0 }
  for (const grade of grades) counts[grade ?? 'none'] += 1
  return counts
}
const standing = (counts: Counts, level: Level): Standing => ({
  better: counts[level],
  good: counts[nextDown(level)],
})

/** What is proposed and decided of one subject; a decision stands before a proposal. */
export type Graded = Counted & { proposed: Grade | null; decided: Grade | null }
/** A raised percentage for one group and level. */
export type Raised = { key: string; level: string; percent: string }
export type Filled<R extends Raised = Raised> = {
  key: string
  quota: Quota
  members: readonly Graded[]
  proposed: Counts
  decided: Counts
  ofProposed: { used: number; allowed: number; isOver: boolean }
  ofDecided: { used: number; allowed: number; isOver: boolean }
  readings: { good: number; goodOrBetter: number }
  exception: R | null
}

/** Every quota in every group, in the order of quotas and keys. */
export function fillMeters<R extends Raised>(
  quotas: readonly Quota[],
  subjects: readonly Graded[],
  exceptions: readonly R[],
): Filled<R>[] {
  return quotas.flatMap((quota) => {
    const groups = Map.groupBy(subjects, (subject) => quotaKey(quota.groupBy, subject))
    return [...groups].sort(byKey).map(([key, members]) => {
      const exception = exceptions.find((one) => one.key === key && one.level === quota.level) ?? null
      return fill(quota, key, members, exception)
    })
  })
}
const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

function fill<R extends Raised>(
  quota: Quota,
  key: string,
  members: readonly Graded[],
  exception: R | null,
): Filled<R> {
  const proposed = countGrades(members.map((one) => one.decided ?? one.proposed))
  const decided = countGrades(members.map((one) => one.decided))
  const raised = { ...quota, percent: exception?.percent ?? quota.percent }
  const side = (counts: Counts) => {
    const { better, good } = standing(counts, quota.level)
    const allowed = mostOf(better + good, raised, quota.base)
    return { used: better, allowed, isOver: better > allowed }
  }
  const { better, good } = standing(proposed, quota.level)
  return {
    key,
    quota,
    members,
    proposed,
    decided,
    ofProposed: side(proposed),
    ofDecided: side(decided),
    readings: {
      good: mostOf(better + good, raised, 'good'),
      goodOrBetter: mostOf(better + good, raised, 'goodOrBetter'),
    },
    exception,
  }
}
