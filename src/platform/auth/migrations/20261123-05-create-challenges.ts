import { type Kysely, sql } from 'kysely'

// What was asked of a browser and is waited for: to sign with a passkey, or to come back from another sign-in
// service. Each is answered once. And who that service says people are.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_in_challenges (
      id_hash    text primary key, -- sha-256 of what the browser keeps
      kind       text not null,
      account_id int constraint sign_in_challenges_account_id_fkey references accounts on delete cascade,
      asked      jsonb not null,
      expires_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index sign_in_challenges_account_id_idx on sign_in_challenges (account_id)`.execute(db)
  await sql`
    create table outside_identities (
      issuer     text not null,
      subject    text not null,
      account_id int not null constraint outside_identities_account_id_fkey references accounts on delete cascade,
      constraint outside_identities_pkey primary key (issuer, subject)
    )`.execute(db)
  await sql`create index outside_identities_account_id_idx on outside_identities (account_id)`.execute(db)
}
