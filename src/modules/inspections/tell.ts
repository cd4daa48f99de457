// Rows as answers: days judged, programmes and files named.

import type { Day } from '#kernel/day.ts'
import { listProgrammesEver } from '#modules/programmes/index.ts'
import type { Db } from '#platform/db/db.ts'
import { findFiles, type KeptFile } from '#platform/files/kept/store.ts'
import type { InspectionLine } from './api/plan.ts'
import type { Finding, SeenFile, Visit, VisitLine } from './api/visits.ts'
import { type FindingFacts, judgeFinding } from './rules/finding.ts'
import type { FindingRow } from './store/findings.ts'
import type { InspectionCounts, InspectionRow } from './store/inspections.ts'
import type { VisitRow } from './store/visits.ts'

/** What the rules judge a stored finding by. */
export const factsOf = ({ duty, rechecks: [last] }: FindingRow): FindingFacts => ({
  duty,
  lastRecheck: last ? { result: last.result, at: last.at } : null,
})

type Named = Pick<FindingRow, 'inspectionId' | 'inspectionName' | 'directiveId' | 'number' | 'excerpt'>
const inspectionOf = (row: Named & { isClosed: boolean }) => ({
  id: String(row.inspectionId),
  name: row.inspectionName,
  directive: { id: String(row.directiveId), number: row.number, excerpt: row.excerpt },
  isClosed: row.isClosed,
})
const unitOf = (row: { unitId: number; unitCode: string; unitName: string }) => ({
  id: String(row.unitId),
  code: row.unitCode,
  name: row.unitName,
})

const seenFile = ({ id, name, mediaType, bytes, takenAt, position }: KeptFile): SeenFile => ({
  id,
  name,
  mediaType: mediaType!,
  bytes,
  takenAt: takenAt?.toISOString() ?? null,
  position,
})
const filesNamed = (files: ReadonlyMap<string, KeptFile>, ids: readonly string[]) =>
  ids.flatMap((id) => (files.has(id) ? [seenFile(files.get(id)!)] : []))

/** In the order given. */
export async function tellFindings(db: Db, rows: readonly FindingRow[], today: Day): Promise<Finding[]> {
  const files = await findFiles(
    db,
    rows.flatMap((row) => [...row.files, ...row.rechecks.flatMap((check) => check.files)]),
  )
  return rows.map((row) => {
    const { key, kind, severity, text, asked, foundOn, duty } = row
    return {
      id: String(row.id),
      ...{ key, kind, severity, text, asked, foundOn },
      files: filesNamed(files, row.files),
      visitId: String(row.visitId),
      unit: unitOf(row),
      inspection: inspectionOf(row),
      duty: duty && {
        occurrenceId: String(duty.occurrenceId),
        unit: { code: duty.unitCode, name: duty.unitName },
        state: duty.state,
        dueOn: duty.dueOn,
        doneOn: duty.doneOn,
      },
      ...judgeFinding(factsOf(row), today),
      rechecks: row.rechecks.map((check) => ({
        ...check,
        id: String(check.id),
        files: filesNamed(files, check.files),
      })),
    }
  })
}

/** In the order given. */
export async function tellVisits(db: Db, rows: readonly VisitRow[]): Promise<VisitLine[]> {
  const asked = rows.some(({ programme }) => programme !== null)
  const programmes = new Map((asked ? await listProgrammesEver(db) : []).map((p) => [p.slug, p]))
  return rows.map((row) => {
    const programme = programmes.get(row.programme ?? '')
    const { site, plannedOn, day, inspectors, cancelledBecause, findings, open } = row
    return {
      id: String(row.id),
      inspection: inspectionOf(row),
      unit: unitOf(row),
      programme: programme ? { slug: programme.slug, name: programme.name, nameEn: programme.nameEn } : null,
      state: row.visitedOn !== null ? 'recorded' : cancelledBecause !== null ? 'cancelled' : 'planned',
      ...{ site, plannedOn, day, inspectors, cancelledBecause, findings, open },
    }
  })
}

/** @param may what the caller may do about it. */
export async function tellVisit(
  db: Db,
  row: VisitRow,
  found: readonly FindingRow[],
  may: Visit['may'],
  today: Day,
): Promise<Visit> {
  const [line] = await tellVisits(db, [row])
  const { visitedOn, place, position, team, met, summary } = row
  const files = filesNamed(await findFiles(db, row.files), row.files)
  return {
    ...line!,
    record:
      visitedOn === null
        ? null
        : {
            ...{ visitedOn, place, position, team, met, summary, files },
            by: row.recordedBy!,
            for: row.recordedFor,
            at: row.recordedAt!.toISOString(),
          },
    found: await tellFindings(db, found, today),
    may,
  }
}

export function tellInspection(row: InspectionRow, counts: InspectionCounts): InspectionLine {
  const { name, purpose, startsOn, endsOn, conclusion } = row
  return {
    id: String(row.id),
    ...{ name, purpose, startsOn, endsOn },
    owner: { id: String(row.ownerId), code: row.ownerCode, name: row.ownerName },
    directive: { id: String(row.directiveId), number: row.number, excerpt: row.excerpt },
    visits: counts.visits,
    findings: counts.findings,
    closed:
      conclusion === null
        ? null
        : { conclusion, by: row.closedBy!, for: row.closedFor, at: row.closedAt!.toISOString() },
  }
}
