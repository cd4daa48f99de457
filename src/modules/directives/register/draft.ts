// A directive as somebody wants it in the register, judged against what is there.

import { type Day, OPEN_END, OPEN_START } from '#kernel/day.ts'
import { unitByCode, unitStateOn } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { findFiles } from '#platform/files/kept/store.ts'
import type { Fault } from '#platform/http/problem.ts'
import { readNumber } from '../rules/number.ts'
import { registerSide } from '../rules/register-side.ts'
import { wordsFound } from '../rules/search-words.ts'
import { readType, typeName } from '../rules/types.ts'
import type { LinkKind } from '../schema.ts'
import type { Link } from '../store/directive-links.ts'
import { listByIds, type StoredDraft } from '../store/directives.ts'
import { DirectiveProblem } from './problems.ts'

export type DirectiveDraft = {
  /** As typed; it is kept normalised. */
  number: string
  /** A code of the catalogue. */
  type: string
  /** The unit whose register holds it. */
  keeperUnitId: number
  /** Full name of an issuer outside this installation; null: the keeper issues it, named as on that day. */
  issuer: string | null
  /** Of what the keeper issues: its body that signs, where that is not called as the unit is: `Huyện ủy Sông Mã`. */
  issuerName?: string | null
  issuedOn: Day
  excerpt: string
  signer?: string | null
  /** Null or left out: the day of issue. */
  validFrom?: Day | null
  /** Last day; null or left out: open. */
  validTo?: Day | null
  /** Ids of directives of the register, none issued later. */
  implements?: readonly number[]
  amends?: readonly number[]
  replaces?: readonly number[]
  /** Ids of complete evidence files of the keeper. */
  files?: readonly string[]
}

export type Judged = { stored: StoredDraft; links: Omit<Link, 'fromId'>[]; files: string[] }

const KINDS: readonly LinkKind[] = ['implements', 'amends', 'replaces']

/**
 * What is to be stored. `texts` are what its files are known to say.
 *
 * @throws directive.refused, with one fault for each member that is wrong.
 */
export async function judgeDraft(
  db: Db,
  draft: DirectiveDraft,
  { id, texts }: { id: number | null; texts: readonly string[] },
): Promise<Judged> {
  const number = readNumber(draft.number)
  const faults: Fault[] = []
  if (!number.ok) faults.push({ path: 'number', code: `directiveNumber.${number.reason}` })
  if (readType(draft.type) !== draft.type) faults.push({ path: 'type', code: 'input.directiveType' })
  const links = KINDS.flatMap((kind) => (draft[kind] ?? []).map((toId) => ({ toId, kind })))
  faults.push(...(await judgeLinks(db, draft, links, id)), ...(await judgeFiles(db, draft)))
  if (!number.ok || faults.length > 0)
    throw DirectiveProblem.refused({ count: String(faults.length) }, faults)

  const issuer =
    draft.issuer ?? draft.issuerName ?? (await unitStateOn(db, draft.keeperUnitId, draft.issuedOn)).name
  const stored = {
    number: number.normalised,
    serial: number.number,
    seriesYear: number.year,
    side: registerSide(number.side),
    type: draft.type,
    body: number.body,
    issuer,
    issuerUnitId: draft.issuer === null ? draft.keeperUnitId : null,
    keeperUnitId: draft.keeperUnitId,
    issuedOn: draft.issuedOn,
    excerpt: draft.excerpt,
    signer: draft.signer ?? null,
    validFrom: draft.validFrom ?? draft.issuedOn,
    validTo: draft.validTo ?? OPEN_END,
  }
  return {
    stored: { ...stored, foundBy: foundBy(stored, texts) },
    links: [...new Map(links.map((link) => [`${link.kind} ${link.toId}`, link])).values()],
    files: [...new Set(draft.files)],
  }
}

/** What a directive is found by. */
export const foundBy = (
  d: Pick<StoredDraft, 'number' | 'serial' | 'type' | 'excerpt' | 'issuer' | 'signer'>,
  texts: readonly string[],
): string =>
  wordsFound([
    d.number,
    String(d.serial),
    typeName(d.type, 'vi'),
    typeName(d.type, 'en'),
    d.excerpt,
    d.issuer,
    d.signer ?? '',
    ...texts,
  ])

async function judgeLinks(
  db: Db,
  { issuedOn }: DirectiveDraft,
  links: readonly Omit<Link, 'fromId'>[],
  id: number | null,
): Promise<Fault[]> {
  const there = new Map(
    (
      await listByIds(
        db,
        links.map(({ toId }) => toId),
      )
    ).map((row) => [row.id, row]),
  )
  return links.flatMap(({ toId, kind }): Fault[] => {
    const row = there.get(toId)
    if (!row) return [{ path: kind, code: 'directive.linkUnknown', details: { id: String(toId) } }]
    if (toId === id) return [{ path: kind, code: 'directive.linkItself' }]
    if (row.issuedOn <= issuedOn) return []
    const details = { number: row.number, issuedOn: row.issuedOn }
    return [{ path: kind, code: 'directive.linkLater', details }]
  })
}

async function judgeFiles(db: Db, { files, keeperUnitId }: DirectiveDraft): Promise<Fault[]> {
  const there = await findFiles(db, files ?? [])
  const isWrong = (files ?? []).some((file) => there.get(file)?.unitId !== keeperUnitId)
  return isWrong ? [{ path: 'files', code: 'directive.file' }] : []
}

/**
 * The unit whose register it is to be: for what it issues itself, the one that held the code on the day of issue or last
 * before; for what others issued, today's.
 *
 * @throws directive.unitNotFound
 */
export async function keeperOf(
  db: Db,
  { unit: code, issuer, issuedOn }: { unit: string; issuer: string | null; issuedOn: Day },
  today: Day,
): Promise<number> {
  const on = issuer === null ? issuedOn : today
  const unit = await unitByCode(db, code, { startsOn: OPEN_START, endsOn: on })
  if (!unit) throw DirectiveProblem.unitNotFound({ code, on })
  return unit.id
}
