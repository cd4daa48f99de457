import { type Kysely, sql } from 'kysely'

// A unit is an id. What it was called, which code it held, what kind it was and under whom it stood are
// dated states (`design.md` §3.1); open ends are -infinity and infinity.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table units (
      id        int generated always as identity primary key,
      begins_on date not null default '-infinity',
      ends_on   date not null default 'infinity',
      constraint units_ends_on_check check (ends_on >= begins_on)
    )`.execute(db)
  await sql`
    create table unit_states (
      unit_id    int not null constraint unit_states_unit_id_fkey references units,
      hierarchy  text not null,
      code       text not null,
      name       text not null,
      name_en    text,
      alt_names  text,
      kind       text not null,
      parent_id  int constraint unit_states_parent_id_fkey references units,
      valid_from date not null,
      valid_to   date not null,
      constraint unit_states_pkey primary key (unit_id, hierarchy, valid_from),
      constraint unit_states_valid_to_check check (valid_to >= valid_from)
    )`.execute(db)
  await sql`create index unit_states_code_idx on unit_states (code, valid_from)`.execute(db)
  await sql`create index unit_states_parent_id_idx on unit_states (parent_id)`.execute(db)
  await sql`
    create table unit_codes (
      unit_id    int not null constraint unit_codes_unit_id_fkey references units,
      scheme     text not null, -- for instance 'tms', the tax office's
      code       text not null,
      valid_from date not null default '-infinity',
      valid_to   date not null default 'infinity',
      constraint unit_codes_pkey primary key (unit_id, scheme, valid_from)
    )`.execute(db)
  await sql`
    create table successions (
      old_unit_id int not null constraint successions_old_unit_id_fkey references units,
      new_unit_id int not null constraint successions_new_unit_id_fkey references units,
      on_date     date not null,
      share       numeric, -- 0 to 1, of the old unit; null is unknown
      kind        text not null constraint successions_kind_check
                  check (kind in ('merge', 'absorb', 'split', 'transfer', 'rename', 'retype', 'unchanged')),
      basis       text,    -- the resolution and its clause
      constraint successions_pkey primary key (old_unit_id, new_unit_id, on_date),
      constraint successions_share_check check (share >= 0 and share <= 1)
    )`.execute(db)
  await sql`create index successions_new_unit_id_idx on successions (new_unit_id)`.execute(db)
  await sql`
    create table unit_tree (
      hierarchy   text not null,
      ancestor_id int not null, -- no foreign keys: derived from what has them
      unit_id     int not null,
      depth       int not null, -- 0: the unit itself
      valid_from  date not null,
      valid_to    date not null,
      constraint unit_tree_pkey primary key (unit_id, ancestor_id, hierarchy, valid_from)
    )`.execute(db)
  await sql`create index unit_tree_ancestor_id_idx on unit_tree (ancestor_id, depth)`.execute(db)
  await sql`comment on table unit_tree is 'Derived from unit_states: who stood above whom on which days'`.execute(
    db,
  )
  await sql`create table organisation_revision (revision bigint not null)`.execute(db)
  await sql`insert into organisation_revision values (0)`.execute(db)
}
