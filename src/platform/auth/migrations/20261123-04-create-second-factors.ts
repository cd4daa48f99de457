import { type Kysely, sql } from 'kysely'

// What a person has beside the password: an app that shows codes, passkeys, and codes on paper for when both are lost.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table code_apps (
      account_id   int primary key constraint code_apps_account_id_fkey references accounts on delete cascade,
      secret       text not null,            -- base32, as the app holds it
      confirmed_at timestamptz(3),           -- null: not asked for yet
      last_step    bigint not null default 0 -- the last 30 seconds whose code was taken: none counts twice
    )`.execute(db)
  await sql`
    create table recovery_codes (
      code_hash  text primary key, -- sha-256 of 80 bits of chance
      account_id int not null constraint recovery_codes_account_id_fkey references accounts on delete cascade
    )`.execute(db)
  await sql`create index recovery_codes_account_id_idx on recovery_codes (account_id)`.execute(db)
  await sql`
    create table passkeys (
      credential text primary key, -- base64url, as are the key's bytes
      account_id int not null constraint passkeys_account_id_fkey references accounts on delete cascade,
      name       text not null,
      public_key text not null,
      counter    bigint not null,
      transports jsonb not null default '[]',
      created_at timestamptz(3) not null,
      used_at    timestamptz(3)
    )`.execute(db)
  await sql`create index passkeys_account_id_idx on passkeys (account_id)`.execute(db)
}
