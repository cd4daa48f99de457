import type { Tx } from '#platform/db/db.ts'
import { sha256 } from './hash.ts'

export type ChallengeKind = 'passkey.add' | 'passkey.use'
type Challenge = { id: string; kind: ChallengeKind; accountId: number | null; asked: object; now: Date }

const LIFE_MS = 10 * 60_000

/** Keeps what a browser was asked for ten minutes, and forgets what nobody answered. */
export async function keepChallenge(tx: Tx, { id, kind, accountId, asked, now }: Challenge): Promise<void> {
  await tx.deleteFrom('sign_in_challenges').where('expires_at', '<=', now).execute()
  await tx
    .insertInto('sign_in_challenges')
    .values({
      id_hash: sha256(id),
      kind,
      account_id: accountId,
      asked: JSON.stringify(asked),
      expires_at: new Date(now.getTime() + LIFE_MS),
    })
    .execute()
}

/** What was asked under this id; it is answered once. Undefined when nothing was, or too long ago. */
export async function takeChallenge(tx: Tx, id: string, kind: ChallengeKind, now: Date) {
  return tx
    .deleteFrom('sign_in_challenges')
    .where('id_hash', '=', sha256(id))
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .returning(['account_id as accountId', 'asked'])
    .executeTakeFirst()
}
