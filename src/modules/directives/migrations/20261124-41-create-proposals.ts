import { type Kysely, sql } from 'kysely'

// Breakthrough contents that units propose, what is said of them, and what the committee decided. Once chosen, a
// programme is made of one; which decision it rests on stands here.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposals (
      id           bigint generated always as identity primary key,
      unit_id      int not null constraint proposals_unit_id_fkey references units, -- who proposes
      unit_code    text not null, -- on the first of its days; never changed by a later reform
      unit_name    text not null,
      chooser_id   int not null constraint proposals_chooser_id_fkey references units, -- whose committee chooses
      chooser_code text not null,
      chooser_name text not null,
      name         text not null,
      name_en      text not null default '',
      why          text not null,
      summary      text not null default '',
      summary_en   text not null default '',
      starts_on    date not null,
      ends_on      date not null,
      state        text not null default 'proposed' constraint proposals_state_check
                   check (state in ('proposed', 'chosen', 'rejected', 'withdrawn')),
      revision     int not null default 1,
      made_by      text not null,
      made_for     text, -- whom they acted for
      made_at      timestamptz(3) not null,
      directive_id bigint constraint proposals_directive_id_fkey references directives, -- the decision
      programme    text constraint proposals_programme_key unique, -- slug of the programme that was made of it
      because      text, -- why it was rejected or withdrawn
      decided_by   text,
      decided_for  text,
      decided_at   timestamptz(3),
      constraint proposals_ends_on_check check (starts_on <= ends_on),
      constraint proposals_decided_at_check check ((state = 'proposed') = (decided_at is null)),
      constraint proposals_directive_id_check check ((state in ('chosen', 'rejected')) = (directive_id is not null)),
      constraint proposals_programme_check check ((state = 'chosen') = (programme is not null)),
      constraint proposals_because_check check ((state in ('rejected', 'withdrawn')) = (because is not null))
    )`.execute(db)
  await sql`create index proposals_unit_id_idx on proposals (unit_id, id desc)`.execute(db)
  await sql`create index proposals_chooser_id_idx on proposals (chooser_id, id desc)`.execute(db)
  await sql`create index proposals_directive_id_idx on proposals (directive_id) where directive_id is not null`.execute(
    db,
  )
  await sql`
    create table proposal_targets (
      proposal_id bigint not null constraint proposal_targets_proposal_id_fkey references proposals on delete cascade,
      position    int not null,
      indicator   text not null, -- its code
      period      text not null,
      value       numeric not null, -- in the indicator's unit of measure
      kind        text constraint proposal_targets_kind_check
                  check (kind in ('cumulative', 'point-in-time', 'lower-is-better')),
      constraint proposal_targets_pkey primary key (proposal_id, position),
      constraint proposal_targets_indicator_period_key unique (proposal_id, indicator, period)
    )`.execute(db)
  await sql`
    create table proposal_remarks (
      id          bigint generated always as identity primary key,
      proposal_id bigint not null constraint proposal_remarks_proposal_id_fkey references proposals on delete cascade,
      text        text not null,
      made_by     text not null,
      made_for    text,
      made_at     timestamptz(3) not null
    )`.execute(db)
  await sql`create index proposal_remarks_proposal_id_idx on proposal_remarks (proposal_id, id)`.execute(db)
}
