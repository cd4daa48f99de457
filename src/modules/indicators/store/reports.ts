import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'
import { type Form, getForm } from './forms.ts'
import { projectSubmitted } from './projection.ts'
import { COLUMNS, RETURNED, type ReportRow, type StoredReport, toReport } from './stored-report.ts'

/**
 * What an action on a report starts from. `report` is null while its period is not stored yet. `units` is the revision
 * of the units at that moment.
 */
export type OpenedReport = { form: Form; report: StoredReport | null; units: number }

type OpenedRow = ReportRow & {
  id: number | null
  form_id: number | null
  definitions: number
  units: number
  period_id: number | null
}

/** @param version the latest when undefined. */
const openedAt = (version: number | undefined) => sql`
  select f.id as form_id, (select revision from definition_revision) as definitions,
         (select revision from unit_revision) as units, p.id as period_id, ${COLUMNS}
    from (select 1) one
    left join f on true
    left join p on true
    left join r on true
    left join report_versions v on v.report_id = r.id and v.version = ${version ?? sql`r.latest_version`}
    left join report_versions b on ${RETURNED}`

type ReportName = { form: string; unitId: number; period: string }
const names = ({ form, period }: ReportName) =>
  sql`f as (select id from forms where code = ${form}), p as (select id from periods where code = ${period})`

const ofName = ({ unitId }: ReportName) =>
  sql`select r.* from reports r, f, p where (form_id, period_id, unit_id) = (f.id, p.id, ${unitId})`

/**
 * Reads all that a reader needs, in one statement. Undefined when there is no such form; a version that is not there is
 * as a report before its first save.
 */
export const openReport = (db: Db, name: ReportName, version?: number): Promise<OpenedReport | undefined> =>
  opened(db, name, ofName(name), version)

/**
 * The same for a writer: the report is this transaction's until it ends, so that two savers follow one another. Two
 * first savers meet when they write: the second is told so (`reports_form_unit_period_key`).
 */
export const takeReport = (tx: Tx, name: ReportName): Promise<OpenedReport | undefined> =>
  opened(tx, name, sql`${ofName(name)} for update of r`)

async function opened(
  db: Db,
  name: ReportName,
  stored: RawBuilder<unknown>,
  version?: number,
): Promise<OpenedReport | undefined> {
  const { rows } = await sql<OpenedRow>`with ${names(name)}, r as (${stored}) ${openedAt(version)}`.execute(
    db,
  )
  const row = rows[0]!
  if (row.form_id === null) return undefined
  const form = await getForm(db, name.form, row.definitions)
  if (row.period_id === null) return { form, report: null, units: row.units }
  const report = {
    ...toReport(row),
    id: row.id ?? 0,
    formId: form.id,
    unitId: name.unitId,
    periodId: row.period_id,
  }
  return { form, report, units: row.units }
}

export type NewVersion = {
  version: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  evidence: Record<string, string[]>
  /** Submitted at once, or kept as a draft. */
  isSubmitted: boolean
} & Doing

/** Who acts, on whose behalf, and when. */
export type Doing = { by: string; onBehalfOf?: string | null; at: Date }

/**
 * Writes a version, or the same draft again, and makes it the latest; a submitted one is in force from now on, with its
 * values. One statement, the report itself included when there is none yet.
 */
export async function writeVersion(tx: Tx, report: StoredReport, v: NewVersion): Promise<void> {
  const submittedVersion = v.isSubmitted ? sql`${v.version}` : sql`null`
  const kept =
    report.id === 0
      ? sql`insert into reports (form_id, unit_id, period_id, latest_version, submitted_version, revision)
            values (${report.formId}, ${report.unitId}, ${report.periodId}, ${v.version}, ${submittedVersion}, 1)`
      : sql`update reports
               set latest_version = ${v.version}, revision = revision + 1,
                   submitted_version = coalesce(${submittedVersion}::int, submitted_version)
             where id = ${report.id}`
  const state = v.isSubmitted ? 'submitted' : 'draft'
  const by = v.isSubmitted ? v.by : null
  const behalf = v.isSubmitted ? (v.onBehalfOf ?? null) : null
  const at = v.isSubmitted ? v.at : null
  const evidence = Object.keys(v.evidence).length > 0 ? JSON.stringify(v.evidence) : null
  const also = sql`
    report as (${kept} returning id),
    version as (
      insert into report_versions (report_id, version, state, quality, cells, comments, evidence, created_by, created_at,
                                   submitted_by, submitted_for, submitted_at)
      select id, ${v.version}::int, ${state}::text, ${v.quality}::smallint, ${JSON.stringify(v.cells)}::jsonb,
             ${JSON.stringify(v.comments)}::jsonb, ${evidence}::jsonb, ${v.by}::text, ${v.at}::timestamptz, ${by}::text,
             ${behalf}::text, ${at}::timestamptz
        from report
      on conflict (report_id, version) do update
        set cells = excluded.cells, comments = excluded.comments, evidence = excluded.evidence,
            quality = excluded.quality, state = excluded.state, submitted_by = excluded.submitted_by,
            submitted_for = excluded.submitted_for, submitted_at = excluded.submitted_at,
            saved_by = excluded.created_by, saved_at = excluded.created_at
      where report_versions.state = 'draft')`
  if (v.isSubmitted) await projectSubmitted(tx, report, v, also)
  else await sql`with ${also} select from report`.execute(tx)
}

/** `cells`: the reason of each that is returned, by key. */
export type Decision = Doing & { report: StoredReport; reason?: string; cells?: Record<string, string> }

/** Submits, returns or approves: the version's state, and which version is in force from now on. */
export async function markReport(
  tx: Tx,
  action: 'submit' | 'return' | 'approve',
  d: Decision,
): Promise<void> {
  const { id, version } = d.report
  const behalf = d.onBehalfOf ?? null
  const set = {
    submit: sql`state = 'submitted', submitted_by = ${d.by}, submitted_for = ${behalf}, submitted_at = ${d.at}::timestamptz`,
    return: sql`state = 'returned', decided_by = ${d.by}, decided_for = ${behalf}, decided_at = ${d.at}::timestamptz,
                reason = ${d.reason ?? null}, returned_cells = ${d.cells ? JSON.stringify(d.cells) : null}::jsonb`,
    approve: sql`state = 'approved', decided_by = ${d.by}, decided_for = ${behalf}, decided_at = ${d.at}::timestamptz`,
  }[action]
  const inForce = {
    submit: sql`submitted_version = ${version}`,
    return: sql`submitted_version = approved_version`,
    approve: sql`submitted_version = ${version}, approved_version = ${version}`,
  }[action]
  await sql`
    with decided as (update report_versions set ${set} where report_id = ${id} and version = ${version})
    update reports set ${inForce}, revision = revision + 1 where id = ${id}`.execute(tx)
}

/** Locks from `at` on; null reopens. */
export async function markLocked(tx: Tx, reportId: number, at: Date | null): Promise<void> {
  await sql`update reports set locked_at = ${at}::timestamptz, revision = revision + 1 where id = ${reportId}`.execute(
    tx,
  )
}
