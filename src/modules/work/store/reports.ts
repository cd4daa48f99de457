import { type RawBuilder, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Scope } from '../list/scope.ts'

/** A report that is under way, by its latest version. `by` and `at`: who returned or sent it, and when. */
export type OpenReport = {
  reportId: number
  form: string
  period: string
  unitId: number
  version: number
  filled: number
  reason: string | null
  cells: number
  by: string | null
  at: Date
}

/** `returned`: sent back, or being corrected since; `submitted`: waits to be checked. */
export type OpenKind = 'returned' | 'submitted'
export type OpenQuery = {
  scope: Scope
  /** Not what one of these accounts sent, or had sent for it. */
  notSentBy?: readonly string[]
}
/** Where a page begins: after this report. */
export type After = { at: string; reportId: number }

/** One page, those that have waited longest first. */
export async function listOpenReports(
  db: Db,
  kind: OpenKind,
  query: OpenQuery,
  { after, limit }: { after: After | null; limit: number },
): Promise<OpenReport[]> {
  if (query.scope.length === 0) return []
  const { at, shown, from } = PARTS[kind]
  const rest = after ? sql`and (${at}, s.report_id) > (${after.at}::timestamptz, ${after.reportId})` : sql``
  const { rows } = await sql<OpenReport>`
    select s.report_id as "reportId", s.form, s.period, s.unit_id as "unitId", s.version, s.filled, ${shown}, ${at} as at
      from ${from}
     where ${wanted(kind, query)} ${rest}
     order by ${at}, s.report_id
     limit ${limit}`.execute(db)
  return rows
}

export async function countOpenReports(db: Db, kind: OpenKind, query: OpenQuery): Promise<number> {
  if (query.scope.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${PARTS[kind].from} where ${wanted(kind, query)}`.execute(db)
  return rows[0]!.count
}

/** A draft that corrects a returned version keeps its reason until it is sent. */
const PARTS: Record<
  OpenKind,
  { from: RawBuilder<unknown>; shown: RawBuilder<unknown>; at: RawBuilder<unknown> }
> = {
  returned: {
    from: sql`report_states s
      left join report_states b on s.state = 'draft' and b.report_id = s.report_id and b.version = s.version - 1`,
    shown: sql`coalesce(b.reason, s.reason) as reason, coalesce(b.returned_cells, s.returned_cells) as cells,
               coalesce(b.decided_by, s.decided_by) as by`,
    at: sql`coalesce(b.decided_at, s.decided_at)`,
  },
  submitted: {
    from: sql`report_states s`,
    shown: sql`null as reason, 0 as cells, s.submitted_by as by`,
    at: sql`s.submitted_at`,
  },
}

function wanted(kind: OpenKind, { scope, notSentBy }: OpenQuery): RawBuilder<unknown> {
  const conditions = [
    sql`s.is_latest`,
    kind === 'submitted'
      ? sql`s.state = 'submitted'`
      : sql`s.state in ('returned', 'draft') and 'returned' in (s.state, b.state)`,
    sql`(${sql.join(scope.map(inPart), sql` or `)})`,
    ...(notSentBy === undefined
      ? []
      : [sql`not array[s.submitted_by, s.submitted_for] && ${[...notSentBy]}::text[]`]),
  ]
  return sql.join(conditions, sql` and `)
}

function inPart({ unitIds, field, unnamed }: Scope[number]): RawBuilder<unknown> {
  const there = unitIds ? sql`s.unit_id = any(${[...unitIds]}::int[])` : sql`true`
  if (field === null) return there
  return unnamed
    ? sql`(${there} and coalesce(s.field, ${field}) = ${field})`
    : sql`(${there} and s.field = ${field})`
}

/** A unit's own reports of periods inside a span, the latest version of each; the last period first. */
export async function listUnitReports(
  db: Db,
  unitId: number,
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  limit: number,
) {
  return db
    .selectFrom('report_states')
    .select(['form', 'period', 'state', 'locked_at', 'filled', 'returned_cells', 'version'])
    .where('is_latest', '=', true)
    .where('is_asked', '=', true)
    .where('unit_id', '=', unitId)
    .where('starts_on', '>=', startsOn)
    .where('ends_on', '<=', endsOn)
    .orderBy('ends_on', 'desc')
    .orderBy('form')
    .limit(limit)
    .execute()
}

/** How many indicators the latest versions of these units' reports hold a value of. */
export async function listFilled(
  db: Db,
  reports: readonly { form: string; period: string; unitId: number }[],
): Promise<({ version: number; filled: number } | undefined)[]> {
  if (reports.length === 0) return []
  const { rows } = await sql<{ n: number; version: number; filled: number }>`
    select a.n::int, s.version, s.filled
      from jsonb_to_recordset(${JSON.stringify(reports.map((one, n) => ({ ...one, n })))}::jsonb)
           as a (n int, form text, period text, "unitId" int)
      join report_states s on s.form = a.form and s.period = a.period and s.unit_id = a."unitId" and s.is_latest`.execute(
    db,
  )
  const found = new Map(rows.map((row) => [row.n, row]))
  return reports.map((_, n) => found.get(n))
}
