// Notices that wait for mail become mails: those at once together every ten minutes, the rest in one digest a day.

import { dayOf } from '#kernel/day.ts'
import { findAddresses } from '#platform/auth/contact.ts'
import type { House } from '#platform/db/house.ts'
import { enqueueMail } from '#platform/mail/store.ts'
import { digestDay, freshSince, isTimeForMail } from '../rules/mail-time.ts'
import { listAwaiting, takeForMail } from '../store/mailing.ts'
import { loadSettings, noteMailed, type Settings } from '../store/settings.ts'
import { writeLetter } from './letter.ts'
import { showNotices } from './show.ts'

const PAGE = 200

/** Writes the mails whose time has come. Without a mail server nothing is written, nor for whoever has no
 * address. Answers how many were. */
export async function composeMails(house: House, now: Date): Promise<number> {
  if (!house.config.mail) return 0
  const written = { count: 0 }
  for (const mail of ['now', 'digest'] as const)
    for (const accountIds of await pagesOf(house, mail, now)) {
      const settings = await loadSettings(house.db, accountIds)
      const addresses = await findAddresses(house.db, accountIds)
      for (const accountId of addresses.keys())
        if (await composeOne(house, mail, accountId, settings.get(accountId)!, now)) written.count += 1
    }
  return written.count
}

async function pagesOf(house: House, mail: 'now' | 'digest', now: Date): Promise<number[][]> {
  const pages: number[][] = []
  for (let after = 0; ; ) {
    const page = await listAwaiting(house.db, mail, { since: freshSince(now), after, limit: PAGE })
    if (page.length === 0) return pages
    pages.push(page)
    after = page.at(-1)!
  }
}

async function composeOne(
  house: House,
  mail: 'now' | 'digest',
  accountId: number,
  { lang, mailedAt, lastDigestOn }: Settings,
  now: Date,
): Promise<boolean> {
  const day = mail === 'digest' ? digestDay(lastDigestOn, now) : null
  if (mail === 'digest' ? day === null : !isTimeForMail(mailedAt, now)) return false
  return house.transact(async (tx) => {
    const taken = await takeForMail(tx, accountId, mail, freshSince(now))
    if (taken.length === 0) return false
    const home = `${house.config.publicUrl}/app`
    const letter = await writeLetter(await showNotices(tx, taken), { lang, home, on: dayOf(now) })
    const key = day === null ? `notices:${accountId}:${taken[0]!.id}` : `digest:${accountId}:${day}`
    await enqueueMail(tx, { accountId, key, ...letter }, now)
    await noteMailed(tx, accountId, day === null ? { mailed_at: now } : { last_digest_on: day })
    return true
  })
}
