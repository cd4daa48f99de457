// Directives as answers show them: named, linked, counted.

import { dayOrNull } from '#kernel/day.ts'
import { unitStateOn } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { findFiles } from '#platform/files/kept/store.ts'
import type { Directive, DirectiveLine, DirectiveRef, DutyCount, Links } from '../api/register.ts'
import { listLinked, listReplaced } from '../store/directive-links.ts'
import { countFiles, listDirectiveFiles } from '../store/directive-texts.ts'
import type { DirectiveRow } from '../store/directives.ts'
import { listUnitStandings } from '../store/duty-counts.ts'
import { type Asker, reachedUnits } from './reach.ts'

export async function tellRef(db: Db, row: DirectiveRow): Promise<DirectiveRef> {
  const { issuerUnitId, issuedOn } = row
  return {
    id: String(row.id),
    number: row.number,
    side: row.side,
    type: row.type,
    issuer: row.issuer,
    issuerCode: issuerUnitId === null ? null : (await unitStateOn(db, issuerUnitId, issuedOn)).code,
    issuedOn,
    excerpt: row.excerpt,
  }
}

export const tellRefs = (db: Db, rows: readonly DirectiveRow[]): Promise<DirectiveRef[]> =>
  Promise.all(rows.map((row) => tellRef(db, row)))

/** A page of the register: a handful of statements, however many lines. */
export async function tellLines(
  db: Db,
  rows: readonly DirectiveRow[],
  asker: Asker,
): Promise<DirectiveLine[]> {
  const ids = rows.map(({ id }) => id)
  const counts = await countDuties(db, ids, asker)
  const replaced = await listReplaced(db, ids)
  const files = await countFiles(db, ids)
  const refs = await tellRefs(db, rows)
  return rows.map((row, n) => ({
    ...refs[n]!,
    validTo: dayOrNull(row.validTo),
    isReplaced: replaced.has(row.id),
    files: files.get(row.id) ?? 0,
    duties: counts.get(row.id) ?? null,
  }))
}

/** Of each directive the units that the caller reaches; one of which they reach none is left out. */
export async function countDuties(
  db: Db,
  ids: readonly number[],
  asker: Asker,
): Promise<Map<number, DutyCount>> {
  const standings = await listUnitStandings(db, ids, asker.today)
  const reached = await reachedUnits(
    db,
    standings.map(({ unitId }) => unitId),
    asker,
  )
  const counts = new Map<number, DutyCount>()
  for (const { directiveId, unitId, isDone, isLate } of standings) {
    if (!reached.has(unitId)) continue
    const count = counts.getOrInsertComputed(directiveId, () => ({ units: 0, done: 0, late: 0 }))
    count.units++
    if (isDone) count.done++
    if (isLate) count.late++
  }
  return counts
}

/** All that is known of one. */
export async function tellDirective(db: Db, row: DirectiveRow, asker: Asker): Promise<Directive> {
  const keeper = await unitStateOn(db, row.keeperUnitId, row.issuedOn)
  return {
    ...(await tellRef(db, row)),
    serial: row.serial,
    body: row.body,
    seriesYear: row.seriesYear,
    signer: row.signer,
    validFrom: row.validFrom,
    validTo: dayOrNull(row.validTo),
    keeper: { id: String(row.keeperUnitId), code: keeper.code, name: keeper.name },
    files: await tellFiles(db, row.id),
    links: await tellLinks(db, row.id),
    duties: (await countDuties(db, [row.id], asker)).get(row.id) ?? null,
    createdBy: row.createdBy,
    createdAt: row.createdAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    may: await actsOn(db, row, asker),
  }
}

async function actsOn(
  db: Db,
  { keeperUnitId }: DirectiveRow,
  { actor, today }: Asker,
): Promise<Directive['may']> {
  const may: Directive['may'] = []
  if (await actor.may(db, 'directive.register', { unit: keeperUnitId }, today)) may.push('change')
  if (await actor.may(db, 'duty.issue', 'somewhere', today)) may.push('issue')
  return may
}

async function tellFiles(db: Db, id: number): Promise<Directive['files']> {
  const listed = await listDirectiveFiles(db, id)
  const there = await findFiles(
    db,
    listed.map(({ fileId }) => fileId),
  )
  return listed.flatMap(({ fileId, text }) => {
    const file = there.get(fileId)
    if (!file) return []
    const { name, mediaType, bytes, sha256 } = file
    const read = text === null ? 'waiting' : text === '' ? 'unreadable' : 'read'
    return [{ id: fileId, name, mediaType: mediaType!, bytes, sha256: sha256!, text: read } as const]
  })
}

const BACK = { implements: 'implementedBy', amends: 'amendedBy', replaces: 'replacedBy' } as const

async function tellLinks(db: Db, id: number): Promise<Links> {
  const links: Links = {
    implements: [],
    amends: [],
    replaces: [],
    implementedBy: [],
    amendedBy: [],
    replacedBy: [],
  }
  for (const row of await listLinked(db, id))
    links[row.isFrom ? row.kind : BACK[row.kind]].push(await tellRef(db, row))
  return links
}
