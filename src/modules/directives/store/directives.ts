import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Side } from '../schema.ts'

/** A directive of the register. */
export type DirectiveRow = {
  id: number
  /** Normalised. */
  number: string
  serial: number
  seriesYear: number | null
  side: Side
  type: string
  body: string
  /** Full name on the day of issue. */
  issuer: string
  /** Null: outside this installation. */
  issuerUnitId: number | null
  /** Whose register holds it: the place for permissions. */
  keeperUnitId: number
  issuedOn: Day
  excerpt: string
  signer: string | null
  validFrom: Day
  /** `infinity`: open. */
  validTo: Day
  revision: number
  createdBy: string
  createdAt: Date
  changedAt: Date
}

/** Of the table `directives` as `d`. */
export const DIRECTIVE = sql`
  d.id, d.number, d.serial, d.series_year as "seriesYear", d.side, d.type, d.body, d.issuer,
  d.issuer_unit_id as "issuerUnitId", d.keeper_unit_id as "keeperUnitId", d.issued_on as "issuedOn", d.excerpt,
  d.signer, d.valid_from as "validFrom", d.valid_to as "validTo", d.revision, d.created_by as "createdBy",
  d.created_at as "createdAt", d.changed_at as "changedAt"`

/** @param ids unknown ones are left out; each once, the latest issued first. */
export async function listByIds(db: Db, ids: readonly number[]): Promise<DirectiveRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE} from directives d where d.id = any(${[...new Set(ids)]}::bigint[])
     order by d.issued_on desc, d.id desc`.execute(db)
  return rows
}

export const findById = async (db: Db, id: number): Promise<DirectiveRow | undefined> =>
  (await listByIds(db, [id]))[0]

/** All with one of these normalised numbers, the latest issued first. At most 5,000. */
export async function listByNumbers(db: Db, numbers: readonly string[]): Promise<DirectiveRow[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE} from directives d where d.number = any(${[...new Set(numbers)]}::text[])
     order by d.issued_on desc, d.id desc limit 5000`.execute(db)
  return rows
}

/** The directive, this transaction's own until it ends. */
export async function takeDirective(tx: Tx, id: number): Promise<DirectiveRow | undefined> {
  const { rows } = await sql<DirectiveRow>`
    select ${DIRECTIVE} from directives d where d.id = ${id} for update`.execute(tx)
  return rows[0]
}

export type StoredDraft = Omit<DirectiveRow, 'id' | 'revision' | 'createdBy' | 'createdAt' | 'changedAt'> & {
  foundBy: string
}

const valuesOf = (draft: StoredDraft) => ({
  number: draft.number,
  serial: draft.serial,
  series_year: draft.seriesYear,
  side: draft.side,
  type: draft.type,
  body: draft.body,
  issuer: draft.issuer,
  issuer_unit_id: draft.issuerUnitId,
  keeper_unit_id: draft.keeperUnitId,
  issued_on: draft.issuedOn,
  excerpt: draft.excerpt,
  signer: draft.signer,
  valid_from: draft.validFrom,
  valid_to: draft.validTo,
  found_by: draft.foundBy,
})

/** @throws directive.taken, when the same number of the same issuer and day is there. */
export async function insertDirective(
  tx: Tx,
  draft: StoredDraft,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('directives')
    .values({ ...valuesOf(draft), created_by: by, created_at: at, changed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Everything but whose register holds it. @throws directive.taken */
export async function updateDirective(tx: Tx, id: number, draft: StoredDraft, at: Date): Promise<void> {
  await tx
    .updateTable('directives')
    .set((eb) => ({ ...valuesOf(draft), changed_at: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
