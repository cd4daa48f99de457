import { sql } from 'kysely'
import type { Db } from '#platform/db/db.ts'

/** A form's period that the office has opened, for these units and all below them. */
export type OpenedForm = {
  formId: number
  periodId: number
  form: string
  period: string
  unitIds: number[]
  /** Of the latest opening. */
  by: string
  at: Date
}

/** Which openings: those made since an instant, and those of periods inside a span of days. */
export type Opened = { since?: Date; span?: { startsOn: string; endsOn: string } }

/** The latest first. */
export async function listOpened(db: Db, { since, span }: Opened): Promise<OpenedForm[]> {
  const asked = sql`(${since ? sql`o.created_at >= ${since}::timestamptz` : sql`false`} or ${
    span ? sql`(p.starts_on >= ${span.startsOn}::date and p.ends_on <= ${span.endsOn}::date)` : sql`false`
  })`
  const { rows } = await sql<OpenedForm>`
    select o.form_id as "formId", o.period_id as "periodId", f.code as form, p.code as period,
           array_agg(distinct o.unit_id) as "unitIds", max(o.created_at) as at,
           (array_agg(o.created_by order by o.id desc))[1] as by
      from openings o
      join forms f on f.id = o.form_id
      join periods p on p.id = o.period_id
     where ${asked}
     group by o.form_id, o.period_id, f.code, p.code
     order by max(o.created_at) desc, f.code, p.code`.execute(db)
  return rows
}

/** How far units are with a form's period: those that have sent it, have begun it, or have it back to correct. */
export type Progress = { sent: number[]; drafts: number[]; returned: number[] }

/** Of each opened form, in the order given, in one statement. A correction of what was approved has been sent before. */
export async function listProgress(db: Db, opened: readonly OpenedForm[]): Promise<Progress[]> {
  if (opened.length === 0) return []
  const none = sql`'{}'::int[]`
  const { rows } = await sql<Progress & { n: number }>`
    select a.n::int,
           coalesce(array_agg(r.unit_id) filter (where r.submitted_version is not null), ${none}) as sent,
           coalesce(array_agg(r.unit_id) filter (where r.submitted_version is null and v.state = 'draft'
                                                    and b.state is distinct from 'returned'), ${none}) as drafts,
           coalesce(array_agg(r.unit_id) filter (where r.submitted_version is null
                                                    and 'returned' in (v.state, b.state)), ${none}) as returned
      from unnest(${opened.map((o) => o.formId)}::int[], ${opened.map((o) => o.periodId)}::int[])
           with ordinality a (form_id, period_id, n)
      join reports r on r.form_id = a.form_id and r.period_id = a.period_id
      left join report_versions v
        on r.submitted_version is null and v.report_id = r.id and v.version = r.latest_version
      left join report_versions b on v.state = 'draft' and b.report_id = r.id and b.version = v.version - 1
     group by a.n`.execute(db)
  const found = new Map(rows.map((row) => [row.n - 1, row]))
  return opened.map((_, n) => found.get(n) ?? { sent: [], drafts: [], returned: [] })
}
