// What was decided of late, for whom it is news: results, appeals, grades.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { STEP_COLUMNS, type WorkStep } from './work-lines.ts'

/** Since the beginning of a day. A person who is graded hears of it by their account, an organisation at its unit. */
export async function listWorkNews(db: Db, since: Day): Promise<WorkStep[]> {
  const { rows } = await sql<WorkStep>`
    with news as (
      select 'published' as step, r.id, r.name, r.period, r.keeper_code as keeper, null::date as due_on, s.unit_id,
             s.unit_id as place_id, null::int as account_id, null::int as person_id
        from rounds r join round_subjects s on s.round_id = r.id
       where r.state = 'published' and r.published_on >= ${since}::date
      union all
      select 'answered', a.id, coalesce(r.name, g.name), coalesce(r.period, g.period),
             coalesce(r.keeper_code, g.keeper_code), null, a.unit_id, a.unit_id, a.filed_by_id, null
        from appeals a
        left join rounds r on r.id = a.round_id
        left join grading_subjects p on p.id = a.grade_subject
        left join gradings g on g.id = p.grading_id
       where a.state in ('upheld', 'rejected') and a.decided_at >= ${since}::date
      union all
      select case g.subjects when 'people' then 'graded' else 'noticed' end, g.id, g.name, g.period, g.keeper_code, null,
             s.unit_id, s.unit_id, null, s.person_id
        from grade_facts f join grading_subjects s on s.id = f.subject_id join gradings g on g.id = s.grading_id
       where f.step = 'notice' and f.is_current and f.said_at >= ${since}::date and s.erased_at is null)
    select ${STEP_COLUMNS} from news`.execute(db)
  return rows
}
