import { type Kysely, sql } from 'kysely'

// People and the posts that they hold, from a day to a day. A post keeps what its unit was called when it began. Nothing
// is kept of a person but a name, a staff number and the account; erasing deletes the row.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table people (
      id         int generated always as identity primary key,
      code       text not null constraint people_code_key unique, -- staff number
      name       text not null,
      sought     text not null, -- name and code, folded
      account_id int constraint people_account_id_key unique
                 constraint people_account_id_fkey references accounts,
      revision   int not null default 1,
      created_by text not null,
      created_at timestamptz(3) not null
    )`.execute(db)
  await sql`
    create table posts (
      id         int generated always as identity primary key,
      person_id  int not null constraint posts_person_id_fkey references people,
      unit_id    int not null constraint posts_unit_id_fkey references units,
      unit_code  text not null, -- on the first day
      unit_name  text not null,
      title      text not null,
      post_group text not null, -- of comparable duties
      is_head    boolean not null,
      valid_from date not null,
      valid_to   date not null,
      constraint posts_valid_from_valid_to_check check (valid_from <= valid_to)
    )`.execute(db)
  await sql`create index posts_person_id_idx on posts (person_id, valid_to desc)`.execute(db)
  await sql`create index posts_unit_id_idx on posts (unit_id, valid_to)`.execute(db)
}
