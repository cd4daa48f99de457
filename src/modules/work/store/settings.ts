import type { Db, Tx } from '#platform/db/db.ts'
import type { Lang } from '#platform/i18n/translate.ts'
import { waysOf } from '../rules/ways.ts'
import type { Ways } from '../schema.ts'

/** How somebody wants to be told, and when mail last went to them. */
export type Settings = { lang: Lang; ways: Ways; mailedAt: Date | null; lastDigestOn: string | null }

/** Of each account, also of those who have chosen nothing. */
export async function loadSettings(db: Db, accountIds: readonly number[]): Promise<Map<number, Settings>> {
  const rows =
    accountIds.length === 0
      ? []
      : await db
          .selectFrom('notice_settings')
          .selectAll()
          .where('account_id', 'in', [...accountIds])
          .execute()
  const chosen = new Map(rows.map((row) => [row.account_id, row]))
  return new Map(
    accountIds.map((id) => {
      const row = chosen.get(id)
      const lang: Lang = row?.lang === 'en' ? 'en' : 'vi'
      const ways = waysOf((row?.ways ?? {}) as Record<string, string>)
      return [id, { lang, ways, mailedAt: row?.mailed_at ?? null, lastDigestOn: row?.last_digest_on ?? null }]
    }),
  )
}

export async function saveSettings(
  tx: Tx,
  accountId: number,
  { lang, ways }: { lang: Lang; ways: Ways },
): Promise<void> {
  const set = { lang, ways: JSON.stringify(ways) }
  await tx
    .insertInto('notice_settings')
    .values({ account_id: accountId, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute()
}

/** Notes that a mail went: at once at `mailedAt`, or the digest of a day. */
export async function noteMailed(
  tx: Tx,
  accountId: number,
  set: { mailed_at: Date } | { last_digest_on: string },
): Promise<void> {
  await tx
    .insertInto('notice_settings')
    .values({ account_id: accountId, ...set })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(set))
    .execute()
}
