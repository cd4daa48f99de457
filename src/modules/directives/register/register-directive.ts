// Enters directives in the register and corrects them. Whoever calls writes the audit entry.

import type { Db, Tx } from '#platform/db/db.ts'
import { markFilesUsed } from '#platform/files/kept/store.ts'
import { settleSteps } from '../duties/steps.ts'
import { type Link, listLinksFrom, replaceLinks } from '../store/directive-links.ts'
import { listDirectiveFiles, replaceFiles } from '../store/directive-texts.ts'
import {
  type DirectiveRow,
  findById,
  insertDirective,
  listByNumbers,
  takeDirective,
  updateDirective,
} from '../store/directives.ts'
import { type DirectiveDraft, judgeDraft } from './draft.ts'
import { DirectiveProblem } from './problems.ts'

/** Who does it, and when. */
export type Doing = { by: string; at: Date }

/** @throws directive.notFound */
export async function getDirective(db: Db, id: number): Promise<DirectiveRow> {
  const row = await findById(db, id)
  if (!row) throw DirectiveProblem.notFound()
  return row
}

/**
 * Enters a directive with its links and files. Permission at the keeper, and that it is not classified, are the
 * caller's to see to; so is the audit entry.
 *
 * @throws directive.refused with its faults, directive.taken.
 */
export async function registerDirective(
  tx: Tx,
  draft: DirectiveDraft,
  { by, at }: Doing,
): Promise<DirectiveRow> {
  const { stored, links, files } = await judgeDraft(tx, draft, { id: null, texts: [] })
  const twin = (await listByNumbers(tx, [stored.number])).find(
    (row) => row.issuedOn === stored.issuedOn && isSameIssuer(row, stored),
  )
  if (twin) throw DirectiveProblem.taken({ members: { directive: String(twin.id) } })
  const id = await insertDirective(tx, stored, { by, at })
  await replaceLinks(tx, id, links)
  await replaceFiles(tx, id, files)
  await markFilesUsed(tx, files, at)
  await settlePlanned(tx, [stored.issuerUnitId], links)
  return await getDirective(tx, id)
}

type Issuer = Pick<DirectiveRow, 'issuer' | 'issuerUnitId'>

const isSameIssuer = (a: Issuer, b: Issuer) =>
  a.issuer === b.issuer || (a.issuerUnitId !== null && a.issuerUnitId === b.issuerUnitId)

/** A unit's directive that implements another is its plan for it: the day it was planned may be another one now. */
export async function settlePlanned(
  tx: Tx,
  issuers: readonly (number | null)[],
  links: readonly Omit<Link, 'fromId'>[],
): Promise<void> {
  const units = [...new Set(issuers)].filter((unit) => unit !== null)
  const implemented = links.flatMap(({ kind, toId }) => (kind === 'implements' ? toId : []))
  for (const directiveId of new Set(implemented)) await settleSteps(tx, directiveId, units)
}

export type Changed = { before: DirectiveRow; after: DirectiveRow }

/**
 * Corrects a directive; its keeper stays.
 *
 * @param ifMatch the tag of the reading that the correction rests on.
 * @throws directive.notFound, directive.stale, directive.refused, directive.taken.
 */
export async function changeDirective(
  tx: Tx,
  id: number,
  draft: Omit<DirectiveDraft, 'keeperUnitId'>,
  { at, ifMatch }: Doing & { ifMatch: string | undefined },
): Promise<Changed> {
  const before = await takeDirective(tx, id)
  if (!before) throw DirectiveProblem.notFound()
  if (ifMatch !== undefined && ifMatch !== etagOf(before)) throw DirectiveProblem.stale()
  const known = await listDirectiveFiles(tx, id)
  const stay = known.filter(({ fileId }) => draft.files?.includes(fileId))
  const { stored, links, files } = await judgeDraft(
    tx,
    { ...draft, keeperUnitId: before.keeperUnitId },
    { id, texts: stay.map(({ text }) => text ?? '') },
  )
  const earlier = await listLinksFrom(tx, id)
  await updateDirective(tx, id, stored, at)
  await replaceLinks(tx, id, links)
  await replaceFiles(tx, id, files)
  await markFilesUsed(tx, files, at)
  await settlePlanned(tx, [before.issuerUnitId, stored.issuerUnitId], [...earlier, ...links])
  return { before, after: await getDirective(tx, id) }
}

export const etagOf = ({ id, revision }: Pick<DirectiveRow, 'id' | 'revision'>): string =>
  `"directive-${id}-${revision}"`

/** What it names, by kind, for a trace: `{ implements: ['1'] }`. */
export async function linksOf(db: Db, id: number): Promise<Record<string, string[]>> {
  const links = Map.groupBy(await listLinksFrom(db, id), ({ kind }) => kind)
  return Object.fromEntries([...links].map(([kind, list]) => [kind, list.map(({ toId }) => String(toId))]))
}
