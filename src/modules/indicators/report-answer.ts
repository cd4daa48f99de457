// A stored version as people read it: codes for ids, files by name, and why cells were returned.

import type { Db } from '#platform/db/db.ts'
import { nameEvidence } from './report-evidence.ts'
import { QUALITIES, type Report, type ReportCell, type Returned } from './schema.ts'
import { listBreakdowns } from './store/definitions.ts'
import type { Form } from './store/forms.ts'
import type { StoredReport, StoredReturn } from './store/stored-report.ts'

/** What a report says, without what the caller may do with it. */
export type ReportSaid = Omit<Report, 'may'>

type Version = Pick<StoredReport, 'cells' | 'comments' | 'evidence' | 'returned'>
export type NameCell = (key: string, version: Version) => ReportCell | null

/** Names the cells of these versions; null for an indicator that the form does not ask any more. At most two statements. */
export async function cellNamer(db: Db, form: Form, versions: readonly Version[]): Promise<NameCell> {
  const codes = new Map(form.indicators.map((i) => [i.id, i.code]))
  const isParted = versions.some((v) => keysOf(v).some((key) => key.includes(':')))
  const breakdowns = isParted ? await listBreakdowns(db) : new Map<number, string>()
  const files = await nameEvidence(
    db,
    versions.flatMap((v) => Object.values(v.evidence).flat()),
  )
  return (key, { cells, comments, evidence, returned }) => {
    const [id, breakdownId] = key.split(':').map(Number)
    const indicator = codes.get(id!)
    if (!indicator) return null
    const [dimension, item] = breakdownId ? breakdowns.get(breakdownId)!.split('=', 2) : []
    const named = (evidence[key] ?? []).flatMap((file) => files.get(file) ?? [])
    const reason = returned?.cells?.[key]
    return {
      indicator,
      ...(dimension && { breakdown: { [dimension]: item! } }),
      value: cells[key] ?? null,
      ...(comments[key] && { comment: comments[key] }),
      ...(named.length > 0 && { evidence: named }),
      ...(reason !== undefined && { returned: reason || (returned?.reason ?? '') }),
    }
  }
}

/** All cells of a version, those that were returned while empty included. */
export function tellCells(version: Version, name: NameCell): ReportCell[] {
  return [...new Set(keysOf(version))].flatMap((key) => name(key, version) ?? [])
}

const keysOf = ({ cells, returned }: Version): string[] => [
  ...Object.keys(cells),
  ...Object.keys(returned?.cells ?? {}),
]

export const tellReturn = ({ reason, by, at }: StoredReturn): Returned => ({
  reason,
  by,
  at: at.toISOString(),
})

export async function tellReport(
  db: Db,
  key: { form: string; unit: string; period: string },
  form: Form,
  stored: StoredReport,
): Promise<ReportSaid> {
  return {
    form: key.form,
    unit: key.unit,
    period: key.period,
    version: stored.version,
    state: stored.state!,
    quality: QUALITIES[stored.quality]!,
    values: tellCells(stored, await cellNamer(db, form, [stored])),
    ...(stored.returned && { returned: tellReturn(stored.returned) }),
    inForce: stored.approvedVersion === null ? null : { version: stored.approvedVersion },
  }
}
