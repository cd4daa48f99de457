// What the criteria of a set of rules come to: points of parts, of the year, and the level that they reach.

import {
  compareExact,
  dividedBy,
  type Exact,
  exactText,
  HUNDRED,
  plus,
  readExact,
  times,
  whole,
  ZERO,
} from '#kernel/exact.ts'
import { contains, type Period, parsePeriod } from '#kernel/period.ts'
import { type GradeRules, type Group, LEVELS, Level } from './grade-rules.ts'

export type Values = Readonly<Record<string, string>>
export type SidePart = { part: string; values: Values }
/** What one side stated of the year: conditions that hold or not, gates that hold. */
export type Stated = { conditions: Readonly<Record<string, boolean>>; gates: readonly string[] }

export const appliesTo = ({ whom }: { whom: 'all' | 'heads' | 'others' }, isHead: boolean): boolean =>
  whom === 'all' || (whom === 'heads') === isHead

/** Months or quarters of a period; none where the rules do not divide it. */
export function partsOf(frame: GradeRules['frame'], period: Period): string[] {
  if (!frame) return []
  const years = { from: Number(period.startsOn.slice(0, 4)), to: Number(period.endsOn.slice(0, 4)) }
  const codes: string[] = []
  for (let year = years.from; year <= years.to; year += 1)
    for (let n = 1; n <= (frame.by === 'month' ? 12 : 4); n += 1)
      codes.push(frame.by === 'month' ? `${year}${String(n).padStart(2, '0')}` : `${year}Q${n}`)
  return codes.filter((code) => contains(period, parsePeriod(code)!))
}

export type ValueFault = { criterion: string; code: 'unknown' | 'number' | 'range' | 'level' }

/** What is wrong with values, criterion by criterion. A value for whom the criterion is not is unknown. */
export function checkValues(rules: GradeRules, isHead: boolean, values: Values): ValueFault[] {
  const groupOf = new Map(
    rules.groups.flatMap((group) =>
      group.criteria
        .filter((one) => appliesTo(one, isHead))
        .map((criterion) => [criterion.code, { group, max: criterion.max }] as const),
    ),
  )
  return Object.entries(values).flatMap(([criterion, value]): ValueFault[] => {
    const known = groupOf.get(criterion)
    if (!known) return [{ criterion, code: 'unknown' }]
    if (known.group.scoring === 'level')
      return Level.safeParse(value).success ? [] : [{ criterion, code: 'level' }]
    const read = readExact(value)
    if (!read) return [{ criterion, code: 'number' }]
    const max = known.group.scoring === 'points' ? readExact(known.max ?? '0')! : HUNDRED
    return compareExact(read, ZERO) < 0 || compareExact(read, max) > 0 ? [{ criterion, code: 'range' }] : []
  })
}

/** Points of a group in one part; null: a criterion is not scored, or the group gives no points. */
function pointsOfGroup(group: Group, isHead: boolean, values: Values): Exact | null {
  if (group.scoring === 'level') return null
  const criteria = group.criteria.filter((one) => appliesTo(one, isHead))
  const read = criteria.flatMap(({ code }) => readExact(values[code] ?? '') ?? [])
  if (read.length < criteria.length || criteria.length === 0) return null
  const sum = read.reduce(plus, ZERO)
  if (group.scoring === 'points') return sum
  return dividedBy(times(sum, readExact(group.max ?? '0')!), times(HUNDRED, whole(criteria.length)))
}

export type GroupPoints = { code: string; points: Exact | null; max: string | null }
export type SidePoints = {
  /** Of each scored part, in order; null: something is not scored in it. */
  parts: (Exact | null)[]
  groups: GroupPoints[]
  points: Exact | null
}

const sumOf = (groups: readonly GroupPoints[]): Exact | null => {
  const giving = groups.filter(({ max }) => max !== null)
  if (giving.length === 0 || giving.some(({ points }) => points === null)) return null
  return giving.reduce((sum, { points }) => plus(sum, points!), ZERO)
}
const meanOf = (values: readonly (Exact | null)[]): Exact | null =>
  values.length === 0 || values.includes(null)
    ? null
    : dividedBy(
        values.reduce<Exact>((sum, one) => plus(sum, one!), ZERO),
        whole(values.length),
      )

/** The mean of the scored parts, group by group; all of it is exact. */
export function pointsOf(rules: GradeRules, isHead: boolean, parts: readonly SidePart[]): SidePoints {
  const maxOf = (group: Group) => (group.scoring === 'level' ? null : group.max)
  const ofParts = parts.map(({ values }) =>
    rules.groups.map((group) => ({
      code: group.code,
      points: pointsOfGroup(group, isHead, values),
      max: maxOf(group),
    })),
  )
  const groups = rules.groups.map((group, n) => ({
    code: group.code,
    points: meanOf(ofParts.map((part) => part[n]!.points)),
    max: maxOf(group),
  }))
  return { parts: ofParts.map(sumOf), groups, points: sumOf(groups) }
}

/** The worse of two levels. */
export const lower = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b)
/** Whether `a` is a better level than `b`. */
export const isAbove = (a: Level, b: Level): boolean => LEVELS.indexOf(a) < LEVELS.indexOf(b)

/** The lowest level that the gates which hold leave open; null: none holds. */
export function gateLevel(rules: GradeRules, isHead: boolean, gates: readonly string[]): Level | null {
  const holding = rules.gates.filter((gate) => gates.includes(gate.code) && appliesTo(gate, isHead))
  return holding.reduce<Level | null>((most, { atMost }) => (most ? lower(most, atMost) : atMost), null)
}

/**
 * The level that points, what was stated and gates come to. Conditions that nobody spoke of are not held against
 * anybody; they are warned of. Null: rules without points, or not all scored; a gate speaks all the same where it leaves
 * one level alone.
 */
export function suggest(
  rules: GradeRules,
  isHead: boolean,
  points: Exact | null,
  { conditions, gates }: Stated,
): Level | null {
  const gate = gateLevel(rules, isHead, gates)
  if (gate === 'KHTNV') return gate
  const isPointed = rules.levels.some(({ from }) => from !== null)
  if (!isPointed || points === null) return null
  const reached =
    LEVELS.find((level) => {
      const rule = rules.levels.find((one) => one.level === level)!
      const isReached = rule.from !== null && compareExact(points, readExact(rule.from)!) >= 0
      return isReached && unmet(rules, isHead, level, conditions).length === 0
    }) ?? 'KHTNV'
  return gate ? lower(reached, gate) : reached
}

/** Conditions of a level that were stated not to hold. */
export function unmet(
  rules: GradeRules,
  isHead: boolean,
  level: Level,
  conditions: Stated['conditions'],
): { code: string; text: string }[] {
  return conditionsOf(rules, isHead, level).filter(({ code }) => conditions[code] === false)
}
/** Conditions of a level that nobody spoke of. */
export function unstated(
  rules: GradeRules,
  isHead: boolean,
  level: Level,
  conditions: Stated['conditions'],
): { code: string; text: string }[] {
  return conditionsOf(rules, isHead, level).filter(({ code }) => conditions[code] === undefined)
}
const conditionsOf = (rules: GradeRules, isHead: boolean, level: Level) =>
  rules.levels.find((one) => one.level === level)!.conditions.filter((one) => appliesTo(one, isHead))

/** As people and JSON read it. */
export const tellPoints = (points: Exact | null): string | null => points && exactText(points)
