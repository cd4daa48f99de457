// Subjects as the first quota counts them, so that who shares a meter stands together.

import type { Meter } from '../../../../api/grade-shapes.ts'
import type { GradeSubject, Grading } from '../../../../api/gradings.ts'
import { fillMeters, quotaKey } from '../../../../rules/grade-quota.ts'
import type { GradeRules } from '../../../../rules/grade-rules.ts'
import type { Drafts } from './drafts.ts'

export type Group = { key: string; group: string; unit: string | null; subjects: GradeSubject[] }

/** In the order in which the subjects come; `unit` is named where the quota counts within units. */
export function groupsOf(rules: Pick<GradeRules, 'quotas'>, subjects: readonly GradeSubject[]): Group[] {
  const by = rules.quotas[0]?.groupBy ?? 'group'
  const groups = Map.groupBy(subjects, (subject) => quotaKey(by, subject))
  return [...groups].map(([key, members]) => ({
    key,
    group: by === 'all' || by === 'unit' ? '' : members[0]!.group,
    unit: by === 'unit' || by === 'unitAndGroup' ? members[0]!.unit.name : null,
    subjects: members,
  }))
}

type Metered = Pick<Grading, 'meters' | 'exceptions' | 'ruleset'>

/**
 * The server's meters as they would be with what is chosen on the screen. It is worked out by the server's own rule,
 * which needs everybody: before all are there, the meters stay as they were read.
 */
export function liveMeters(
  { meters, exceptions, ruleset }: Metered,
  subjects: readonly GradeSubject[],
  drafts: Drafts,
): Meter[] {
  const graded = subjects.map(({ id, group, unit, proposed, decided }) => ({
    group,
    unit,
    decided,
    proposed: drafts[id]?.grade ?? proposed,
  }))
  const filled = fillMeters(ruleset.quotas, graded, exceptions)
  return meters.map((meter) => {
    const live = filled.find((one) => one.key === meter.key && one.quota.level === meter.level)
    if (!live) return meter
    const { proposed, decided, ofProposed, ofDecided, readings } = live
    return { ...meter, proposed, decided, ofProposed, ofDecided, readings }
  })
}
