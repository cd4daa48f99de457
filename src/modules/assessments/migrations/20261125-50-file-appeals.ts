import { type Kysely, sql } from 'kysely'

// Appeals: of a unit's score in a published round, or of a grade. What was decided stays; open, each thing has one.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table appeals (
      id             int generated always as identity primary key,
      kind           text not null constraint appeals_kind_check check (kind in ('score', 'grade')),
      round_id       int constraint appeals_round_id_fkey references rounds,
      grade_subject  int, -- of a grading
      result_id      int constraint appeals_result_id_fkey references results, -- that it was filed against
      new_result_id  int constraint appeals_new_result_id_fkey references results, -- that it made
      unit_id        int not null constraint appeals_unit_id_fkey references units,
      criterion      text not null default '', -- '': the result as a whole
      claim          text not null,
      state          text not null default 'filed' constraint appeals_state_check
                     check (state in ('filed', 'assigned', 'upheld', 'rejected', 'withdrawn')),
      due_on         date not null,
      filed_by       text not null,
      filed_by_id    int,
      filed_for      text, -- whom they acted for
      filed_at       timestamptz(3) not null,
      owner_id       int, -- account
      owner          text,
      assigned_by    text,
      assigned_at    timestamptz(3),
      number         text not null default '', -- of the decision
      reason         text not null default '', -- as it is published
      decided_on     date,
      decided_by     text,
      decided_for    text,
      decided_at     timestamptz(3),
      revision       int not null default 1,
      constraint appeals_about_check check ((kind = 'score') = (round_id is not null and result_id is not null)
                                        and (kind = 'grade') = (grade_subject is not null)),
      constraint appeals_owner_check check ((state <> 'assigned') or (owner_id is not null)),
      constraint appeals_decided_check
        check ((state in ('upheld', 'rejected')) = (decided_on is not null and reason <> ''))
    )`.execute(db)
  await sql`create unique index appeals_open_key on appeals (round_id, unit_id, criterion)
             where state in ('filed', 'assigned') and kind = 'score'`.execute(db)
  await sql`create unique index appeals_open_grade_key on appeals (grade_subject)
             where state in ('filed', 'assigned') and kind = 'grade'`.execute(db)
  await sql`create index appeals_round_id_idx on appeals (round_id, id)`.execute(db)
  await sql`create index appeals_result_id_idx on appeals (result_id)`.execute(db)
  await sql`create index appeals_new_result_id_idx on appeals (new_result_id)`.execute(db)
  await sql`create index appeals_unit_id_idx on appeals (unit_id, due_on)`.execute(db)
  await sql`create index appeals_owner_id_idx on appeals (owner_id, due_on) where state = 'assigned'`.execute(
    db,
  )
}
