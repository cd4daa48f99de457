import { type RawBuilder, sql } from 'kysely'
import type { RecordLookup, RecordOnUnit } from '#modules/organisation/index.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Cells } from '../rules/cells.ts'
import type { ReportState } from '../schema.ts'
import { type Form, getForm } from './forms.ts'
import { projectSubmitted } from './projection.ts'

/** A report with its latest version. `submittedBy` is null when an office brought the version in. */
export type StoredReport = {
  /** 0 before the first save. */
  id: number
  formId: number
  unitId: number
  periodId: number
  version: number
  /** Null before the first save. */
  state: ReportState | null
  revision: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  submittedBy: string | null
  approvedVersion: number | null
}

/**
 * What an action on a report starts from. `report` is null while its period is not stored yet. `units` is the revision
 * of the units at that moment.
 */
export type OpenedReport = { form: Form; report: StoredReport | null; units: number }

type OpenedRow = {
  form_id: number | null
  definitions: number
  units: number
  id: number | null
  period_id: number | null
  approved_version: number | null
  revision: number
  locked_at: Date | null
  version: number | null
  state: string
  quality: number
  cells: Cells
  comments: Record<string, string> | null
  submitted_by: string | null
}

const OPENED = sql`
  select f.id as form_id, (select revision from definition_revision) as definitions,
         (select revision from unit_revision) as units, r.id, p.id as period_id,
         r.approved_version, r.revision, r.locked_at, v.version, v.state, v.quality, v.cells, v.comments, v.submitted_by
    from (select 1) one
    left join f on true
    left join p on true
    left join r on true
    left join report_versions v on v.report_id = r.id and v.version = r.latest_version`

type ReportName = { form: string; unitId: number; period: string }
const names = ({ form, period }: ReportName) =>
  sql`f as (select id from forms where code = ${form}), p as (select id from periods where code = ${period})`

const ofName = ({ unitId }: ReportName) =>
  sql`select r.* from reports r, f, p where (form_id, period_id, unit_id) = (f.id, p.id, ${unitId})`

/** Reads all that a reader needs, in one statement. Undefined when there is no such form. */
export const openReport = (db: Db, name: ReportName): Promise<OpenedReport | undefined> =>
  opened(db, name, ofName(name))

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
): Promise<OpenedReport | undefined> {
  const { rows } = await sql<OpenedRow>`with ${names(name)}, r as (${stored}) ${OPENED}`.execute(db)
  const row = rows[0]!
  if (row.form_id === null) return undefined
  const form = await getForm(db, name.form, row.definitions)
  if (row.period_id === null) return { form, report: null, units: row.units }
  const report: StoredReport = {
    id: row.id ?? 0,
    formId: form.id,
    unitId: name.unitId,
    periodId: row.period_id,
    version: row.version ?? 0,
    state: row.version === null ? null : row.locked_at ? 'locked' : (row.state as ReportState),
    revision: row.revision ?? 0,
    quality: row.quality ?? 2,
    cells: row.cells ?? {},
    comments: row.comments ?? {},
    submittedBy: row.submitted_by,
    approvedVersion: row.approved_version,
  }
  return { form, report, units: row.units }
}

export type NewVersion = {
  version: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  /** Submitted at once, or kept as a draft. */
  isSubmitted: boolean
  by: string
  at: Date
}

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
  const at = v.isSubmitted ? v.at : null
  const also = sql`
    report as (${kept} returning id),
    version as (
      insert into report_versions (report_id, version, state, quality, cells, comments, created_by, created_at,
                                   submitted_by, submitted_at)
      select id, ${v.version}::int, ${state}::text, ${v.quality}::smallint, ${JSON.stringify(v.cells)}::jsonb,
             ${JSON.stringify(v.comments)}::jsonb, ${v.by}::text, ${v.at}::timestamptz, ${by}::text, ${at}::timestamptz
        from report
      on conflict (report_id, version) do update
        set cells = excluded.cells, comments = excluded.comments, quality = excluded.quality, state = excluded.state,
            submitted_by = excluded.submitted_by, submitted_at = excluded.submitted_at
      where report_versions.state = 'draft')`
  if (v.isSubmitted) await projectSubmitted(tx, report, v, also)
  else await sql`with ${also} select from report`.execute(tx)
}

export type Decision = {
  report: StoredReport
  by: string
  at: Date
  reason?: string
  cells?: readonly string[]
}

/** Submits, returns or approves: the version's state, and which version is in force from now on. */
export async function markReport(
  tx: Tx,
  action: 'submit' | 'return' | 'approve',
  d: Decision,
): Promise<void> {
  const { id, version } = d.report
  const set = {
    submit: sql`state = 'submitted', submitted_by = ${d.by}, submitted_at = ${d.at}::timestamptz`,
    return: sql`state = 'returned', decided_by = ${d.by}, decided_at = ${d.at}::timestamptz, reason = ${d.reason ?? null},
                returned_cells = ${d.cells ? JSON.stringify(d.cells) : null}::jsonb`,
    approve: sql`state = 'approved', decided_by = ${d.by}, decided_at = ${d.at}::timestamptz`,
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

/** One version of a report, and its value of one indicator. Names are accounts', null when an office brought it in. */
export type ReportedVersion = {
  form: string
  formName: string
  formNameEn: string | null
  version: number
  state: string
  quality: number
  /** What the version says in the asked cell; without an undivided cell, the sum of its breakdown. */
  value: string | null
  createdBy: string
  submittedBy: string | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  imported: boolean
}

/**
 * All versions of the report behind one unit's value for one stored period, newest first, with what each says there: its own
 * cell or, where units add up, the sum of its breakdown.
 */
export async function reportHistory(
  db: Db,
  { indicator, unitId, period }: { indicator: string; unitId: number; period: string },
): Promise<ReportedVersion[]> {
  const { rows } = await sql<ReportedVersion>`
    select f.code as form, f.name as "formName", f.name_en as "formNameEn", v.version,
           case when v.version = r.approved_version and r.locked_at is not null then 'locked' else v.state end as state,
           v.quality, coalesce(v.cells ->> i.id::text, (
             select sum(cell.value::numeric)::text from jsonb_each_text(v.cells) cell
              where i.across_units = 'sum' and split_part(cell.key, ':', 1) = i.id::text)) as value, v.created_by as "createdBy", v.submitted_by as "submittedBy",
           v.submitted_at as "submittedAt", v.decided_by as "decidedBy", v.decided_at as "decidedAt", v.reason,
           v.import_id is not null as imported
      from indicators i
      join periods p on p.code = ${period}
      join indicator_values c on (c.indicator_id, c.period_id, c.unit_id, c.breakdown_id) = (i.id, p.id, ${unitId}, 0)
      join reports r on r.id = c.report_id
      join forms f on f.id = r.form_id
      join report_versions v on v.report_id = r.id
     where i.code = ${indicator}
     order by v.version desc`.execute(db)
  return rows
}

/** How many reports there are, and the highest id among them. */
export async function countReports(db: Db): Promise<{ count: number; last: number }> {
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(id), 0) as last from reports`.execute(db)
  return rows[0]!
}

/** What organisation asks before it ends a unit: its reports of that day or later. */
export const reportRecords: RecordLookup = async (tx, endings) => {
  const { rows } = await sql<RecordOnUnit>`
    with endings as (
      select * from jsonb_to_recordset(${JSON.stringify(endings)}::jsonb) as e ("unitId" int, "from" date))
    select r.unit_id as "unitId", 'report' as kind, f.code || ' ' || p.code as label
      from endings e
      join reports r on r.unit_id = e."unitId"
      join forms f on f.id = r.form_id
      join periods p on p.id = r.period_id
     where p.ends_on >= e."from" and r.latest_version > 0
     order by r.unit_id, p.starts_on, f.code`.execute(tx)
  return rows
}
