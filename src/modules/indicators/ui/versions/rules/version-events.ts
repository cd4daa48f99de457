// The life of a report as a list of events, and what changed from one version to the next.

import type { ReportCell, ReportVersion } from '../../../schema.ts'
import { nameOfCell } from '../../sheet/rules/columns.ts'

export type VersionEvent = {
  version: ReportVersion
  kind: 'draft' | 'submitted' | 'imported' | 'returned' | 'approved'
  by: string
  /** On whose behalf; null for themselves. */
  for: string | null
  at: string
  /** Of a return: the reason of the whole. */
  reason: string | null
  /** Of a return: the cells that were sent back, each with its reason. */
  cells: { cell: ReportCell; reason: string }[]
  /** Of a sending or a draft: names of cells that differ from the version before. */
  changed: string[]
}

/** Newest first. @param versions as the server lists them, the newest first. */
export const eventsOf = (versions: readonly ReportVersion[]): VersionEvent[] =>
  versions.flatMap((version, n) => {
    const changed = changesBetween(versions[n + 1], version).map(({ name }) => name)
    const base = { version, for: null, reason: null, cells: [], changed: [] }
    const events: VersionEvent[] = []
    if (version.decidedAt && version.state !== 'submitted' && version.state !== 'draft')
      events.push({ ...base, ...decisionOf(version), by: version.decidedBy ?? '', at: version.decidedAt })
    if (version.submittedAt)
      events.push({
        ...base,
        kind: version.isImported ? 'imported' : 'submitted',
        by: version.submittedBy ?? version.createdBy,
        for: version.submittedFor,
        at: version.submittedAt,
        changed,
      })
    else
      events.push({
        ...base,
        kind: version.isImported ? 'imported' : 'draft',
        by: version.savedBy,
        at: version.savedAt,
        changed,
      })
    return events
  })

function decisionOf({
  state,
  reason,
  values,
}: ReportVersion): Pick<VersionEvent, 'kind' | 'reason' | 'cells'> {
  if (state !== 'returned') return { kind: 'approved', reason: null, cells: [] }
  const cells = values.flatMap((cell) =>
    cell.returned === undefined ? [] : [{ cell, reason: cell.returned }],
  )
  return { kind: 'returned', reason, cells }
}

export type CellChange = { name: string; from: string | null; to: string | null }

/** Cells whose value differs; a first version is all change. */
export function changesBetween(before: ReportVersion | undefined, now: ReportVersion): CellChange[] {
  return compareVersions(before, now).filter(({ from, to }) => from !== to)
}

/** Every cell that either version has a value for, in the order of the later one. */
export function compareVersions(before: ReportVersion | undefined, now: ReportVersion): CellChange[] {
  const valuesOf = (version: ReportVersion | undefined) =>
    new Map((version?.values ?? []).map((cell) => [nameOfCell(cell), cell.value]))
  const [old, fresh] = [valuesOf(before), valuesOf(now)]
  return [...new Set([...fresh.keys(), ...old.keys()])]
    .map((name) => ({ name, from: old.get(name) ?? null, to: fresh.get(name) ?? null }))
    .filter(({ from, to }) => from !== null || to !== null)
}
