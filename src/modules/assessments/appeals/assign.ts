import type { Tx } from '#platform/db/db.ts'
import { type AppealRow, findAppeal, setOwner, takeAppeal } from '../store/appeals.ts'
import { candidates, type RoleMay } from './owners.ts'
import { AppealProblem } from './problems.ts'
import { questionOf } from './question.ts'

export type Assigner = { by: string; at: Date; today: string; roleMay: RoleMay }

export const etagOfAppeal = ({ id, revision }: Pick<AppealRow, 'id' | 'revision'>): string =>
  `"appeal-${id}-${revision}"`

/**
 * An appeal that waits, and that nobody else touches until the end of the transaction.
 * @throws appeal.notFound, appeal.stale, appeal.closed
 */
export async function takeOpen(tx: Tx, id: string, ifMatch?: string): Promise<AppealRow> {
  const appeal = await takeAppeal(tx, Number(id))
  if (!appeal) throw AppealProblem.notFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfAppeal(appeal))
    throw AppealProblem.stale()
  if (appeal.state !== 'filed' && appeal.state !== 'assigned')
    throw AppealProblem.closed({ state: appeal.state })
  return appeal
}

/**
 * Gives an appeal to exactly one owner. The clock runs on.
 * @param owner name that the account signs in with
 * @throws what takeOpen does; appeal.ownerUnknown where the account may not decide there, or had a part in it
 */
export async function assignAppeal(
  tx: Tx,
  { appeal: id, owner, ifMatch }: { appeal: string; owner: string; ifMatch?: string | undefined },
  { by, at, today, roleMay }: Assigner,
): Promise<{ before: AppealRow; after: AppealRow }> {
  const before = await takeOpen(tx, id, ifMatch)
  const able = await candidates(tx, await questionOf(tx, before), { roleMay, today })
  const account = able.find(({ username }) => username === owner)
  if (!account) throw AppealProblem.ownerUnknown({ owner })
  await setOwner(tx, before.id, { ownerId: account.id, owner, by, at })
  return { before, after: (await findAppeal(tx, before.id))! }
}
