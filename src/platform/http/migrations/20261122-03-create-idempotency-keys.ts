import { type Kysely, sql } from 'kysely'

// The first answer to each idempotency key. The primary key, not code, stops a write from happening twice.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_keys (
      key        text not null,
      account_id int not null constraint idempotency_keys_account_id_fkey references accounts on delete cascade,
      request    text not null, -- sha-256 of method, path and body
      answer     jsonb,         -- { body, etag }; null only inside the writing transaction
      created_at timestamptz(3) not null,
      primary key (account_id, key)
    )`.execute(db)
  await sql`create index idempotency_keys_created_at_idx on idempotency_keys (created_at)`.execute(db)
}
