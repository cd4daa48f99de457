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
  const rest = after ? sql`where (at, report_id) > (${after.at}::timestamptz, ${after.reportId})` : sql``
  // The page first, and only then what is dear to know of its reports.
  const { rows } = await sql<OpenReport>`
    with page as (select * from (${OPEN[kind](query)}) o ${rest} order by at, report_id limit ${limit})
    select s.report_id as "reportId", s.form, s.period, s.unit_id as "unitId", s.version, s.filled, page.at,
           b.reason, coalesce(b.returned_cells, 0) as cells, coalesce(b.decided_by, s.submitted_by) as by
      from page
      join report_states s on s.report_id = page.report_id and s.is_latest
      left join report_states b on b.report_id = page.report_id and b.version = page.returned
     order by page.at, page.report_id`.execute(db)
  return rows
}

export async function countOpenReports(db: Db, kind: OpenKind, query: OpenQuery): Promise<number> {
  if (query.scope.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (${OPEN[kind](query)}) o`.execute(db)
  return rows[0]!.count
}

/** Reports with the time since when they are so, and the version that was returned: a draft that corrects it keeps it. */
const OPEN: Record<OpenKind, (query: OpenQuery) => RawBuilder<unknown>> = {
  returned: (query) => sql`
    select s.report_id, s.version as returned, s.decided_at as at
      from report_states s where s.is_latest and s.state = 'returned' and ${wanted(query)}
    union all
    select s.report_id, b.version, b.decided_at
      from report_states s
      join report_states b on b.report_id = s.report_id and b.version = s.version - 1 and b.state = 'returned'
     where s.is_latest and s.state = 'draft' and ${wanted(query)}`,
  submitted: (query) => sql`
    select s.report_id, null::int as returned, s.submitted_at as at
      from report_states s where s.is_latest and s.state = 'submitted' and ${wanted(query)}`,
}

function wanted({ scope, notSentBy }: OpenQuery): RawBuilder<unknown> {
  const there = sql`(${sql.join(scope.map(inPart), sql` or `)})`
  return notSentBy === undefined
    ? there
    : sql`${there} and not array[s.submitted_by, s.submitted_for] && ${[...notSentBy]}::text[]`
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
