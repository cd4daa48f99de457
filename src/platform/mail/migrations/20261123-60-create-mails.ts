import { type Kysely, sql } from 'kysely'

// Mail that waits for the mail server. No address is kept: it is read from the account when the mail goes, and the
// text is forgotten when it has gone.
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mails (
      id         bigint generated always as identity primary key,
      account_id int not null constraint mails_account_id_fkey references accounts on delete cascade,
      key        text not null constraint mails_key_key unique, -- what it is about: never two of one key
      state      text not null default 'waiting'
                 constraint mails_state_check check (state in ('waiting', 'sent', 'failed', 'dropped')),
      subject    text,
      body_text  text,
      body_html  text,
      attempts   int not null default 0,
      next_at    timestamptz(3) not null, -- not tried before; during a try: when that try is taken for lost
      fault      text, -- of the last try: a code, never an address
      created_at timestamptz(3) not null,
      sent_at    timestamptz(3)
    )`.execute(db)
  await sql`create index mails_account_id_idx on mails (account_id)`.execute(db)
  await sql`create index mails_waiting_idx on mails (next_at) where state = 'waiting'`.execute(db)
}
