// Values as they are typed, and what they come to before they are saved.

import { exactText, readExact } from '#kernel/exact.ts'
import type { SideScores } from '../../../../api/grading-sheet.ts'
import { appliesTo, pointsOf, tellPoints } from '../../../../rules/grade-points.ts'
import type { GradeRules, Group } from '../../../../rules/grade-rules.ts'

/** By criterion; '' takes a value back. */
export type Typed = Readonly<Record<string, string>>

export const keptValues = (side: SideScores | null, part: string): Typed =>
  side?.parts.find((one) => one.part === part)?.values ?? {}

/** As the server takes them: `8,5` is 8.5, and what was emptied is left out. */
export const changedValues = (values: Typed): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .map(([code, value]) => [code, value.trim().replace(',', '.')] as const)
      .filter(([, value]) => value !== ''),
  )

/** Why a typed value cannot be taken; null: it can, or is empty. */
export function faultOf(group: Group, max: string | undefined, value: string): 'number' | 'range' | null {
  const text = value.trim().replace(',', '.')
  if (text === '' || group.scoring === 'level') return null
  const read = /^\d{1,4}(\.\d{1,4})?$/.test(text) ? readExact(text) : null
  if (!read) return 'number'
  return Number(exactText(read)) > Number(mostOf(group, max)) ? 'range' : null
}

/** What a criterion gives at most: points, or a hundred percent. */
export const mostOf = (group: Group, max: string | undefined): string =>
  group.scoring === 'points' ? (max ?? '0') : '100'

/** Criteria that are asked of this subject, group by group. */
export const askedGroups = (rules: Pick<GradeRules, 'groups'>, isHead: boolean): Group[] =>
  rules.groups
    .map((group) => ({ ...group, criteria: group.criteria.filter((one) => appliesTo(one, isHead)) }))
    .filter(({ criteria }) => criteria.length > 0)

/** Points of one part as typed, by the server's own rule; null where something is not scored. */
export function pointsAsTyped(rules: GradeRules, isHead: boolean, part: string, values: Typed) {
  const { groups, points } = pointsOf(rules, isHead, [{ part, values: changedValues(values) }])
  return {
    groups: new Map(groups.map((group) => [group.code, tellPoints(group.points)])),
    points: tellPoints(points),
  }
}

/** The first part that one side has not scored; all are: the last one. '' where the year is not divided. */
export function nextPart(parts: readonly string[], side: SideScores | null): string {
  const scored = new Set(side?.parts.map(({ part }) => part))
  return parts.find((part) => !scored.has(part)) ?? parts.at(-1) ?? ''
}
