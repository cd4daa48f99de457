import { type Kysely, sql } from 'kysely'

// Who may act for whom from a day to a day, and which roles follow from what another sign-in service says.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table delegations (
      id           int generated always as identity primary key,
      delegator_id int not null constraint delegations_delegator_id_fkey references accounts on delete cascade,
      delegate_id  int not null constraint delegations_delegate_id_fkey references accounts on delete cascade,
      valid_from   date not null,
      valid_to     date not null,
      constraint delegations_valid_to_check check (valid_from <= valid_to),
      constraint delegations_delegate_id_check check (delegate_id <> delegator_id)
    )`.execute(db)
  await sql`create index delegations_delegator_id_idx on delegations (delegator_id)`.execute(db)
  await sql`create index delegations_delegate_id_idx on delegations (delegate_id)`.execute(db)
  await sql`
    create table claim_rules (
      id      int generated always as identity primary key,
      claim   text not null, -- the name of a claim; of a list each member counts
      value   text not null,
      role    text not null,
      unit_id int constraint claim_rules_unit_id_fkey references units, -- null: everywhere
      field   text
    )`.execute(db)
  await sql`create index claim_rules_unit_id_idx on claim_rules (unit_id)`.execute(db)
  await sql`
    alter table grants add column source text not null default 'hand'
      constraint grants_source_check check (source in ('hand', 'claims'))`.execute(db)
}
