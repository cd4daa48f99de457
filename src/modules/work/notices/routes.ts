import { findAddresses } from '#platform/auth/contact.ts'
import type { Db } from '#platform/db/db.ts'
import { type Endpoint, read, write } from '#platform/http/endpoint.ts'
import * as api from '../api/notices.ts'
import { waysOf } from '../rules/ways.ts'
import { countUnread, listNotices, markRead } from '../store/notices.ts'
import { loadSettings, saveSettings } from '../store/settings.ts'
import { showNotices } from './show.ts'

const PAGE = 20

/** Everybody has their own notices, and nobody sees another's. */
export const noticeEndpoints: Endpoint[] = [
  read(api.listNotices, {
    access: 'signed-in',
    async handle({ db, actor, input: { after, limit = PAGE, unread } }) {
      const before = after === undefined ? null : Number(after)
      const asked = { before, limit: limit + 1, unread: unread === 'true' }
      const stored = await listNotices(db, actor.id!, asked)
      const page = stored.slice(0, limit)
      return {
        notices: await showNotices(db, page),
        unread: await countUnread(db, actor.id!),
        nextCursor: stored.length > limit ? String(page.at(-1)!.id) : null,
      }
    },
  }),
  write(api.readNotices, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, actor, now, input: { ids = [], upTo }, audit, discard }) {
      const which = upTo === undefined ? { ids: ids.map(Number) } : { upTo: Number(upTo) }
      const read = await markRead(tx, actor.id!, which, now)
      if (read === 0) discard()
      else await audit({ action: 'notice.read', subject: `account:${actor.name}`, details: { read } })
      return { unread: await countUnread(tx, actor.id!) }
    },
  }),
  read(api.getNoticeSettings, {
    access: 'signed-in',
    handle: ({ db, actor }) => tellSettings(db, actor.id!),
  }),
  write(api.setNoticeSettings, {
    access: 'signed-in',
    idempotency: 'required',
    async handle({ tx, actor, input, audit }) {
      const { lang, ways } = (await loadSettings(tx, [actor.id!])).get(actor.id!)!
      const after = { lang: input.lang, ways: waysOf({ ...ways, ...input.ways }) }
      await saveSettings(tx, actor.id!, after)
      const details = { before: { lang, ways }, after }
      await audit({ action: 'notice.choose', subject: `account:${actor.name}`, details })
      return tellSettings(tx, actor.id!)
    },
  }),
]

async function tellSettings(db: Db, accountId: number): Promise<api.NoticeSettings> {
  const { lang, ways } = (await loadSettings(db, [accountId])).get(accountId)!
  return { lang, ways, hasAddress: (await findAddresses(db, [accountId])).has(accountId) }
}
