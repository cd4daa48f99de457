// Writing a scheme: a draft that is begun, saved, dropped, put in force.

import { createHash } from 'node:crypto'
import { parsePeriod } from '#kernel/period.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import { checkDraft } from '../rules/check-draft.ts'
import type { Scheme } from '../schema.ts'
import {
  type DraftRow,
  deleteDraft,
  findDraft,
  insertDraft,
  takeDraft,
  updateDraft,
} from '../store/drafts.ts'
import { findScheme, listRoundsOf } from '../store/scheme-versions.ts'
import { writeScheme } from '../store/schemes.ts'
import { SchemeProblem } from './problems.ts'

export type Writer = { by: string; at: Date }

export const etagOfDraft = ({ id, revision }: Pick<DraftRow, 'id' | 'revision'>): string =>
  `"scheme-draft-${id}-${revision}"`

/** @throws scheme.draftNotFound */
export async function getDraft(db: Db, id: string): Promise<DraftRow> {
  const draft = await findDraft(db, Number(id))
  if (!draft) throw SchemeProblem.draftNotFound()
  return draft
}

/** @throws scheme.draftExists, scheme.fixed */
export async function startDraft(tx: Tx, scheme: Scheme, writer: Writer): Promise<DraftRow> {
  const newest = await findScheme(tx, scheme.code, undefined)
  if (newest && newest.definition.subjects !== scheme.subjects)
    throw SchemeProblem.fixed({ code: scheme.code })
  return insertDraft(tx, scheme, { base: newest?.version ?? null, ...writer })
}

/** @throws scheme.draftNotFound, scheme.stale */
async function take(tx: Tx, id: string, ifMatch: string | undefined): Promise<DraftRow> {
  const draft = await takeDraft(tx, Number(id))
  if (!draft) throw SchemeProblem.draftNotFound()
  if (ifMatch !== undefined && ifMatch.replace(/^W\//, '') !== etagOfDraft(draft)) throw SchemeProblem.stale()
  return draft
}

/** @throws scheme.draftNotFound, scheme.stale, scheme.fixed, scheme.codeTaken, scheme.draftExists */
export async function saveDraft(
  tx: Tx,
  id: string,
  scheme: Scheme,
  { ifMatch, ...writer }: Writer & { ifMatch: string | undefined },
): Promise<{ before: DraftRow; after: DraftRow }> {
  const before = await take(tx, id, ifMatch)
  const isSame = scheme.code === before.code && scheme.subjects === before.subjects
  if (before.base !== null && !isSame) throw SchemeProblem.fixed({ code: before.code })
  if (scheme.code !== before.code && (await findScheme(tx, scheme.code, undefined)))
    throw SchemeProblem.codeTaken({ code: scheme.code })
  return { before, after: await updateDraft(tx, before, scheme, writer) }
}

/** @throws scheme.draftNotFound */
export async function dropDraft(tx: Tx, id: string): Promise<DraftRow> {
  const draft = await take(tx, id, undefined)
  await deleteDraft(tx, draft.id)
  return draft
}

/**
 * Makes a draft the next version.
 * @throws scheme.draftNotFound, scheme.stale, scheme.faulty, scheme.roundStands
 */
export async function putInForce(
  tx: Tx,
  id: string,
  { ifMatch, ...writer }: Writer & { ifMatch: string | undefined },
): Promise<{ draft: DraftRow; version: number; sha256: string }> {
  const draft = await take(tx, id, ifMatch)
  const { scheme } = draft
  const count = checkDraft(scheme).filter(({ isBlocking }) => isBlocking).length
  if (count > 0) throw SchemeProblem.faulty({ count: String(count) })
  await mustChangeNoRound(tx, scheme)
  const version = ((await findScheme(tx, scheme.code, undefined))?.version ?? 0) + 1
  const definition = JSON.stringify(scheme)
  const sha256 = createHash('sha256').update(definition).digest('hex')
  await writeScheme(tx, scheme, { version, definition, sha256, ...writer })
  await deleteDraft(tx, draft.id)
  return { draft, version, sha256 }
}

/** What units were asked by, and are ranked by, is not exchanged under them. */
async function mustChangeNoRound(db: Db, { code, validFrom, validTo }: Scheme): Promise<void> {
  const taken = (await listRoundsOf(db, code)).filter(({ period }) => {
    const endsOn = parsePeriod(period)?.endsOn ?? ''
    return endsOn >= validFrom && (validTo === null || endsOn <= validTo)
  })
  const periods = [...new Set(taken.map(({ period }) => period))]
  if (periods.length > 0) throw SchemeProblem.roundStands({ periods: periods.join(', ') })
}
