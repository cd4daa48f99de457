import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'

/** A mail to an account. `key` says what it is about: a second one with the same key is not taken. */
export type MailDraft = { accountId: number; key: string; subject: string; text: string; html: string }
/** One that is being tried now. `attempts` counts this try. */
export type ClaimedMail = Omit<MailDraft, 'key'> & { id: number; attempts: number; createdAt: Date }

/** A try that has said nothing for this long is taken for lost with its process. */
const LEASE_MS = 5 * 60_000

/** Leaves a mail for the mail server; answers its id, undefined when there is one of that key already. */
export async function enqueueMail(tx: Tx, mail: MailDraft, now: Date): Promise<number | undefined> {
  const row = await tx
    .insertInto('mails')
    .values({
      account_id: mail.accountId,
      key: mail.key,
      subject: mail.subject,
      body_text: mail.text,
      body_html: mail.html,
      next_at: now,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** Takes mails whose time has come; nobody else takes them while the lease lasts. */
export async function claimMails(tx: Tx, now: Date, limit: number): Promise<ClaimedMail[]> {
  const { rows } = await sql<ClaimedMail>`
    update mails set attempts = attempts + 1, next_at = ${new Date(now.getTime() + LEASE_MS)}::timestamptz
     where id in (select id from mails where state = 'waiting' and next_at <= ${now}::timestamptz
                   order by next_at, id limit ${limit} for update skip locked)
    returning id, account_id as "accountId", subject, body_text as text, body_html as html, attempts,
              created_at as "createdAt"`.execute(tx)
  return rows.toSorted((a, b) => a.id - b.id)
}

/** The mail server has it: what it said is forgotten. */
export async function markSent(tx: Tx, id: number, now: Date): Promise<void> {
  await end(tx, id, { state: 'sent', sent_at: now })
}

/** It will not go: refused for good, tried too often (`failed`), or to an account without an address (`dropped`). */
export async function markEnded(
  tx: Tx,
  id: number,
  state: 'failed' | 'dropped',
  fault: string,
): Promise<void> {
  await end(tx, id, { state, fault })
}

export async function markDelayed(tx: Tx, id: number, nextAt: Date, fault: string): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ next_at: nextAt, fault })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

async function end(
  tx: Tx,
  id: number,
  set: { state: string; sent_at?: Date; fault?: string },
): Promise<void> {
  await tx
    .updateTable('mails')
    .set({ ...set, subject: null, body_text: null, body_html: null })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** How many mails are in each state, for whoever looks after the server. */
export async function countMails(db: Db): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('mails')
    .select(['state', (mail) => mail.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]))
}
