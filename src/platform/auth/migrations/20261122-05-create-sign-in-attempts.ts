import { type Kysely, sql } from 'kysely'

// How often a name was tried in vain since when. The name is hashed: what people type there by mistake is a password.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table sign_in_attempts (
      name_hash text primary key, -- sha-256 of the name as accounts write it
      attempts  int not null,
      since     timestamptz(3) not null
    )`.execute(db)
}
