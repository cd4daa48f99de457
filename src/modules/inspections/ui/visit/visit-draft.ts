// What is written of a visit before it is sent. Pure: the form, the outbox and the conflict decide by these.

import { addDays, type Day } from '#kernel/day.ts'
import type { Item } from '#web/sync/outbox-item.ts'
import { type FindingDraft, recordVisit, type Visit, type VisitDraft } from '../../api/visits.ts'

/** A visit that is written up later than this was on the day for which it was planned. */
const ON_THE_SPOT_DAYS = 30

/** As it stands at the server, or a blank one for a visit that is to come: with those who were to go, today. */
export function draftOf(visit: Visit, today: Day): VisitDraft {
  const { record, found, inspectors, site, plannedOn } = visit
  const findings = found.map(
    ({ key, kind, severity, text, asked, files }): FindingDraft => ({
      ...{ key, kind, severity, text, asked },
      files: files.map(({ id }) => id),
    }),
  )
  if (!record)
    return {
      visitedOn: plannedOn < addDays(today, -ON_THE_SPOT_DAYS) ? plannedOn : today,
      place: site,
      position: null,
      team: [...inspectors],
      met: [],
      summary: '',
      files: [],
      findings,
    }
  const { visitedOn, place, position, team, met, summary, files } = record
  return { visitedOn, place, position, team, met, summary, files: files.map(({ id }) => id), findings }
}

export const newFinding = (key: string): FindingDraft => ({
  key,
  kind: 'organising',
  severity: 'fault',
  text: '',
  asked: '',
  files: [],
})

export type Missing = 'day' | 'team' | 'text'

/** What keeps it from being sent; `text`: some finding says nothing. */
export function missingIn(draft: VisitDraft, today: Day): Missing[] {
  return [
    ...(draft.visitedOn === '' || draft.visitedOn > today ? (['day'] as const) : []),
    ...(draft.team.length === 0 ? (['team'] as const) : []),
    ...(draft.findings.some(({ text }) => text.trim() === '') ? (['text'] as const) : []),
  ]
}

/** Findings that a duty or a re-check hangs on: they are shown, and only photos are added. */
export const boundIn = (visit: Visit): Set<string> =>
  new Set(
    visit.found.filter(({ duty, rechecks }) => duty !== null || rechecks.length > 0).map(({ key }) => key),
  )

/** The latest of what waits in the outbox for this visit, and whether a person has to look at it. */
export function waitingOf(items: readonly Item[], id: string): Item | undefined {
  const own = items.filter((item) => isOf(item, id))
  return own.find(({ state }) => state === 'conflict' || state === 'refused') ?? own.at(-1)
}

const isOf = ({ path, input }: Item, id: string) =>
  path === recordVisit.path && (input as { id?: string }).id === id

/** The draft inside an outbox item. */
export function draftIn({ input }: Item): VisitDraft {
  const { id: _, ...draft } = input as VisitDraft & { id: string }
  return draft
}

/** Why a record does not match the other: names of the parts that differ, for people who have to choose. */
export const differing = (mine: VisitDraft, theirs: VisitDraft): (keyof VisitDraft)[] =>
  (['visitedOn', 'place', 'team', 'met', 'summary', 'files', 'findings'] as const).filter(
    (part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part]),
  )

/**
 * What was written on, after an earlier state of it has been sent: files that went with that are called as the server
 * calls them.
 *
 * @param sent names on this device of the files that went.
 */
export function rebase(draft: VisitDraft, sent: ReadonlySet<string>, base: VisitDraft): VisitDraft {
  const files = (own: readonly string[], there: readonly string[]) => [
    ...new Set([...own.filter((file) => !sent.has(file)), ...there]),
  ]
  const known = new Map(base.findings.map((finding) => [finding.key, finding]))
  return {
    ...draft,
    files: files(draft.files, base.files),
    findings: draft.findings.map((finding) => ({
      ...finding,
      files: files(finding.files, known.get(finding.key)?.files ?? []),
    })),
  }
}
