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

/** Which openings: those made since an instant, and those of periods inside a span of days; of one form or of all. */
export type Opened = { since?: Date; span?: { startsOn: string; endsOn: string }; form?: string }

/** The latest first. */
export async function listOpened(db: Db, { since, span, form }: Opened): Promise<OpenedForm[]> {
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
     where ${asked} and ${form === undefined ? sql`true` : sql`f.code = ${form}`}
     group by o.form_id, o.period_id, f.code, p.code
     order by max(o.created_at) desc, f.code, p.code`.execute(db)
  return rows
}

/** How far units are with a form's period: those that have sent it, have begun it, or have it back to correct. */
export type Progress = { sent: number[]; drafts: number[]; returned: number[] }

/** Of each opened form, in the order given, however many. A correction of what was approved has been sent before. */
export async function listProgress(db: Db, opened: readonly OpenedForm[]): Promise<Progress[]> {
  if (opened.length === 0) return []
  const asked = sql`
    unnest(${opened.map((o) => o.formId)}::int[], ${opened.map((o) => o.periodId)}::int[])
      with ordinality a (form_id, period_id, n)
    join reports r on r.form_id = a.form_id and r.period_id = a.period_id`
  type Row = { n: number; state: 'sent' | 'draft' | 'returned'; unitIds: number[] }
  // Most have sent: what is dear to know, where the others stand, is asked of those alone.
  const { rows } = await sql<Row>`
    select a.n::int, 'sent' as state, array_agg(r.unit_id) as "unitIds"
      from ${asked} where r.submitted_version is not null group by a.n
    union all
    select a.n::int, case when 'returned' in (v.state, b.state) then 'returned' else 'draft' end, array_agg(r.unit_id)
      from ${asked}
      join report_versions v on v.report_id = r.id and v.version = r.latest_version
      left join report_versions b on b.report_id = r.id and b.version = r.latest_version - 1 and b.state = 'returned'
     where r.submitted_version is null group by 1, 2`.execute(db)
  const found = new Map(rows.map(({ n, state, unitIds }) => [`${n - 1} ${state}`, unitIds]))
  const idsOf = (n: number, state: Row['state']) => found.get(`${n} ${state}`) ?? []
  return opened.map((_, n) => ({
    sent: idsOf(n, 'sent'),
    drafts: idsOf(n, 'draft'),
    returned: idsOf(n, 'returned'),
  }))
}
