import { type Kysely, sql } from 'kysely'

// Who may sign in, and who is signed in. A session is found by the hash of its token: a copy of the
// database does not let anybody in.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table accounts (
      id            int generated always as identity primary key,
      username      text not null constraint accounts_username_key unique,
      password_hash text not null,
      created_at    timestamptz(3) not null,
      disabled_at   timestamptz(3)
    )`.execute(db)
  await sql`
    create table sessions (
      token_hash text primary key,
      account_id int not null constraint sessions_account_id_fkey references accounts on delete cascade,
      created_at timestamptz(3) not null,
      expires_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index sessions_account_id_idx on sessions (account_id)`.execute(db)
}
