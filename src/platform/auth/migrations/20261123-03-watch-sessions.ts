import { type Kysely, sql } from 'kysely'

// A session ends when it is not used, is given a new token from time to time, and can be told from others by its
// owner. The next token is made of the present one and a salt: it counts from its first use on, so that an answer
// that never arrives does not sign anybody out.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`delete from sessions`.execute(db)
  await sql`alter table sessions add column id int generated always as identity`.execute(db)
  await sql`alter table sessions add constraint sessions_id_key unique (id)`.execute(db)
  await sql`alter table sessions add column seen_at timestamptz(3) not null`.execute(db)
  await sql`alter table sessions add column idle_seconds int not null`.execute(db)
  await sql`alter table sessions add column renewed_at timestamptz(3) not null`.execute(db)
  await sql`alter table sessions add column next_salt text`.execute(db)
  await sql`alter table sessions add column next_hash text`.execute(db)
  await sql`alter table sessions add constraint sessions_next_hash_key unique (next_hash)`.execute(db)
  await sql`alter table sessions add column previous_hash text`.execute(db)
  await sql`create index sessions_previous_hash_idx on sessions (previous_hash)`.execute(db)
  await sql`alter table sessions add column previous_until timestamptz(3)`.execute(db)
  await sql`alter table sessions add column address text not null default ''`.execute(db)
  await sql`alter table sessions add column agent text not null default ''`.execute(db)
  await sql`alter table accounts add column must_change_password boolean not null default false`.execute(db)
}
