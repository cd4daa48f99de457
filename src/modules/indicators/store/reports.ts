import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { ReportState } from '../schema.ts'
import { projectReports } from './projection.ts'

/** Cells by key: an indicator's id, or `id:breakdown id`. Null is a cell that was emptied. */
export type Cells = Record<string, string | null>

/** A report with its latest version. `submittedBy` is null when an office brought the version in. */
export type StoredReport = {
  id: number
  formId: number
  unitId: number
  periodId: number
  version: number
  state: ReportState
  revision: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  submittedBy: string | null
  approvedVersion: number | null
}

type Key = { formId: number; unitId: number; periodId: number }

const reportRows = (db: Db) =>
  db
    .selectFrom('reports as r')
    .innerJoin('report_versions as v', (join) =>
      join.onRef('v.report_id', '=', 'r.id').onRef('v.version', '=', 'r.latest_version'),
    )
    .select([
      'r.id',
      'r.form_id',
      'r.unit_id',
      'r.period_id',
      'r.revision',
      'r.approved_version',
      'r.locked_at',
    ])
    .select(['v.version', 'v.state', 'v.quality', 'v.cells', 'v.comments', 'v.submitted_by'])

/** The report of a unit for a form and period; undefined before the first save. */
export async function findReport(
  db: Db,
  { formId, unitId, periodId }: Key,
): Promise<StoredReport | undefined> {
  const row = await reportRows(db)
    .where('r.form_id', '=', formId)
    .where('r.unit_id', '=', unitId)
    .where('r.period_id', '=', periodId)
    .executeTakeFirst()
  return row && toReport(row)
}

function toReport(
  row: Awaited<ReturnType<ReturnType<typeof reportRows>['executeTakeFirstOrThrow']>>,
): StoredReport {
  return {
    id: row.id,
    formId: row.form_id,
    unitId: row.unit_id,
    periodId: row.period_id,
    version: row.version,
    state: row.locked_at ? 'locked' : (row.state as ReportState),
    revision: row.revision,
    quality: row.quality,
    cells: row.cells as Cells,
    comments: (row.comments ?? {}) as Record<string, string>,
    submittedBy: row.submitted_by,
    approvedVersion: row.approved_version,
  }
}

/** Takes the report for this transaction, making it when there is none, so that two savers follow one another. */
export async function takeReport(
  tx: Tx,
  { formId, unitId, periodId }: Key,
): Promise<{ id: number; isNew: boolean }> {
  const { rows } = await sql<{ id: number; revision: number }>`
    insert into reports (form_id, unit_id, period_id) values (${formId}, ${unitId}, ${periodId})
    on conflict (form_id, unit_id, period_id) do update set revision = reports.revision
    returning id, revision`.execute(tx)
  return { id: rows[0]!.id, isNew: rows[0]!.revision === 0 }
}

export type Draft = {
  reportId: number
  version: number
  quality: number
  cells: Cells
  comments: Record<string, string>
  by: string
  at: Date
}

/** Writes the draft version: a new one, or the same draft again. */
export async function writeDraft(
  tx: Tx,
  { reportId, version, quality, cells, comments, by, at }: Draft,
): Promise<void> {
  await sql`
    with written as (
      insert into report_versions (report_id, version, state, quality, cells, comments, created_by, created_at)
      values (${reportId}, ${version}, 'draft', ${quality}, ${JSON.stringify(cells)}::jsonb,
              ${JSON.stringify(comments)}::jsonb, ${by}, ${at})
      on conflict (report_id, version) do update
        set cells = excluded.cells, comments = excluded.comments, quality = excluded.quality
      where report_versions.state = 'draft')
    update reports set latest_version = ${version}, revision = revision + 1 where id = ${reportId}`.execute(
    tx,
  )
}

export type Decision = {
  report: StoredReport
  by: string
  at: Date
  reason?: string
  cells?: readonly string[]
}

/** Submits, returns, approves, locks or reopens: the version's state, and which version is in force from now on. */
export async function markReport(
  tx: Tx,
  action: 'submit' | 'return' | 'approve',
  d: Decision,
): Promise<void> {
  const { id, version } = d.report
  const set = {
    submit: sql`state = 'submitted', submitted_by = ${d.by}, submitted_at = ${d.at}`,
    return: sql`state = 'returned', decided_by = ${d.by}, decided_at = ${d.at}, reason = ${d.reason ?? null},
                returned_cells = ${d.cells ? JSON.stringify(d.cells) : null}::jsonb`,
    approve: sql`state = 'approved', decided_by = ${d.by}, decided_at = ${d.at}`,
  }[action]
  const inForce = {
    submit: sql`submitted_version = ${version}`,
    return: sql`submitted_version = approved_version`,
    approve: sql`submitted_version = ${version}, approved_version = ${version}`,
  }[action]
  await sql`
    with decided as (update report_versions set ${set} where report_id = ${id} and version = ${version})
    update reports set ${inForce}, revision = revision + 1 where id = ${id}`.execute(tx)
  await projectReports(tx, sql`${id}::bigint`)
}

export async function markLocked(tx: Tx, reportId: number, at: Date | null): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ locked_at: at, revision: sql`revision + 1` })
    .where('id', '=', reportId)
    .execute()
}

export type VersionRow = {
  version: number
  state: string
  quality: number
  value: string | null
  createdBy: string
  submittedBy: string | null
  submittedAt: Date | null
  decidedBy: string | null
  decidedAt: Date | null
  reason: string | null
  imported: boolean
}

/** All versions of the report that holds an indicator's cell, newest first, with what each says in that cell. */
export async function listVersions(db: Db, key: { indicatorId: number; unitId: number; periodId: number }) {
  const { rows } = await sql<VersionRow & { form: string }>`
    select f.code as form, v.version, case when v.state = 'approved' and r.locked_at is not null then 'locked' else v.state end as state,
           v.quality, v.cells ->> ${String(key.indicatorId)} as value, v.created_by as "createdBy",
           v.submitted_by as "submittedBy", v.submitted_at as "submittedAt", v.decided_by as "decidedBy",
           v.decided_at as "decidedAt", v.reason, v.import_id is not null as imported
      from indicator_values i
      join reports r on r.id = i.report_id
      join forms f on f.id = r.form_id
      join report_versions v on v.report_id = r.id
     where (i.indicator_id, i.period_id, i.unit_id, i.breakdown_id) = (${key.indicatorId}, ${key.periodId}, ${key.unitId}, 0)
     order by v.version desc`.execute(db)
  return rows
}

/** How many reports there are, and the highest id among them. */
export async function countReports(db: Db): Promise<{ count: number; last: number }> {
  const { rows } = await sql<{ count: number; last: number }>`
    select count(*)::int as count, coalesce(max(id), 0) as last from reports`.execute(db)
  return rows[0]!
}

/** Records that hang on a unit from a day on: what keeps its identity from being parted there. */
export async function listReportsFrom(db: Db, unitId: number, from: string) {
  const { rows } = await sql<{ form: string; period: string }>`
    select f.code as form, p.code as period
      from reports r join forms f on f.id = r.form_id join periods p on p.id = r.period_id
     where r.unit_id = ${unitId} and p.ends_on >= ${from}::date
     order by p.starts_on, f.code limit 20`.execute(db)
  return rows
}
