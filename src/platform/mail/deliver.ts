import type { Db } from '#platform/db/db.ts'
import type { House } from '#platform/db/house.ts'
import { type Fault, faultCode, nextTry } from './retry.ts'
import { type ClaimedMail, claimMails, markDelayed, markEnded, markSent } from './store.ts'
import { type MailServer, openMailServer } from './transport.ts'

const AT_ONCE = 20

/** The addresses of accounts that may sign in and have one. */
export type AddressBook = (db: Db, accountIds: readonly number[]) => Promise<ReadonlyMap<number, string>>

/**
 * Hands the waiting mails to the mail server until none is left whose time has come. Nothing is sent inside a
 * transaction. A mail is sent twice only when the process dies between the server's yes and the note of it: both then
 * carry the same Message-ID.
 *
 * @returns how many were taken by the server.
 */
export async function deliverMails(
  house: House,
  addresses: AddressBook,
  clock: () => Date = () => new Date(),
): Promise<number> {
  const { mail } = house.config
  if (!mail) return 0
  const server = openMailServer(mail)
  try {
    const sent = { count: 0 }
    for (;;) {
      const claimed = await house.transact((tx) => claimMails(tx, clock(), AT_ONCE))
      if (claimed.length === 0) return sent.count
      const book = await addresses(
        house.db,
        claimed.map(({ accountId }) => accountId),
      )
      for (const one of claimed)
        if (await deliver(house, server, one, book.get(one.accountId), clock)) sent.count += 1
    }
  } finally {
    server.close()
  }
}

async function deliver(
  { transact }: House,
  server: MailServer,
  { id, attempts, createdAt, subject, text, html }: ClaimedMail,
  to: string | undefined,
  clock: () => Date,
): Promise<boolean> {
  if (to === undefined) {
    await transact((tx) => markEnded(tx, id, 'dropped', 'no-address'))
    return false
  }
  try {
    await server.send({ id: `${id}.${createdAt.getTime().toString(36)}`, to, subject, text, html })
  } catch (error) {
    const fault = error as Fault
    const again = nextTry(fault, attempts, clock())
    const code = faultCode(fault)
    await transact((tx) => (again ? markDelayed(tx, id, again, code) : markEnded(tx, id, 'failed', code)))
    return false
  }
  await transact((tx) => markSent(tx, id, clock()))
  return true
}
