// A visit is written on a phone, maybe without a network, and its findings are followed up from the desk meanwhile.

import type { Day } from '#kernel/day.ts'
import type { FindingDraft, VisitDraft } from '../api/visits.ts'

/** Why a finding may not be as it is given: its key, and the sentence. */
export type Bound = { key: string; code: 'inspection.findingRemoved' | 'inspection.findingChanged' }

/**
 * What may not be: a finding that a duty or a re-check hangs on stays, and says what it said. Photos may be added.
 *
 * @param bound findings as they stand that something hangs on.
 */
export function judgeBound(bound: readonly FindingDraft[], next: readonly FindingDraft[]): Bound[] {
  const given = new Map(next.map((finding) => [finding.key, finding]))
  return bound.flatMap(({ key, kind, severity, text, asked, files }): Bound[] => {
    const now = given.get(key)
    if (!now) return [{ key, code: 'inspection.findingRemoved' }]
    const isSame =
      now.kind === kind &&
      now.severity === severity &&
      now.text === text &&
      now.asked === asked &&
      files.every((file) => now.files.includes(file))
    return isSame ? [] : [{ key, code: 'inspection.findingChanged' }]
  })
}

/** `future`: nobody records a visit before its day. The day itself is fine. */
export const judgeVisitDay = (visitedOn: Day, today: Day): 'future' | null =>
  visitedOn > today ? 'future' : null

/**
 * Two records of one visit as one: whoever chose this keeps their own words, and nothing that the other found is lost.
 * A finding that both have is taken as `mine`, unless the server will not have it changed (`bound`).
 */
export function joinVisits(
  mine: VisitDraft,
  theirs: VisitDraft,
  bound: ReadonlySet<string> = new Set(),
): VisitDraft {
  const own = new Map(mine.findings.map((finding) => [finding.key, finding]))
  const kept = theirs.findings.map((finding) => {
    const other = own.get(finding.key)
    if (!other) return finding
    const files = union(finding.files, other.files)
    return bound.has(finding.key) ? { ...finding, files } : { ...other, files }
  })
  const known = new Set(kept.map(({ key }) => key))
  return {
    ...mine,
    place: mine.place || theirs.place,
    position: mine.position ?? theirs.position,
    summary: mine.summary || theirs.summary,
    team: union(theirs.team, mine.team),
    met: union(theirs.met, mine.met),
    files: union(theirs.files, mine.files),
    findings: [...kept, ...mine.findings.filter(({ key }) => !known.has(key))],
  }
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]
