// Subjects of a round, with the code and the name that they had on the period's last day.

import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { RoundSubjects } from '#platform/db/schema.generated.ts'
import type { Said } from './said-reading.ts'

export type SubjectRow = {
  roundId: number
  unitId: number
  code: string
  name: string
  sentAt: Date | null
  /** '': it had not sent its scores when the keeper closed the step; they were taken as they stood. */
  sentBy: string | null
  explainedAt: Date | null
  explainedBy: string | null
}

const toSubject = (row: Selectable<RoundSubjects>): SubjectRow => ({
  roundId: row.round_id,
  unitId: row.unit_id,
  code: row.unit_code,
  name: row.unit_name,
  sentAt: row.sent_at,
  sentBy: row.sent_by,
  explainedAt: row.explained_at,
  explainedBy: row.explained_by,
})

export async function findSubject(db: Db, roundId: number, code: string): Promise<SubjectRow | undefined> {
  const row = await db
    .selectFrom('round_subjects')
    .selectAll()
    .where('round_id', '=', roundId)
    .where('unit_code', '=', code)
    .limit(1)
    .executeTakeFirst()
  return row && toSubject(row)
}

/**
 * Subjects whose sheets nobody else writes until the end of the transaction, in the order of their units, so that two
 * who take several never wait for each other.
 */
export async function takeSubjects(
  tx: Tx,
  roundId: number,
  codes: readonly string[],
): Promise<Map<string, SubjectRow>> {
  const rows = await tx
    .selectFrom('round_subjects')
    .selectAll()
    .where('round_id', '=', roundId)
    .where(sql<boolean>`unit_code = any(${[...codes]}::text[])`)
    .orderBy('unit_id')
    .forNoKeyUpdate()
    .execute()
  return new Map(rows.map((row) => [row.unit_code, toSubject(row)]))
}

export type SubjectQuery = {
  waiting?: 'self' | 'explain' | undefined
  /** A unit's code. */
  after?: string | undefined
  limit: number
}
/** By code. */
export async function listSubjects(
  db: Db,
  roundId: number,
  { waiting, after, limit }: SubjectQuery,
): Promise<SubjectRow[]> {
  let query = db.selectFrom('round_subjects').selectAll().where('round_id', '=', roundId)
  if (waiting === 'self') query = query.where('sent_at', 'is', null)
  if (waiting === 'explain') query = query.where('explained_at', 'is', null)
  if (after !== undefined) query = query.where('unit_code', '>', after)
  return (await query.orderBy('unit_code').limit(limit).execute()).map(toSubject)
}

/** In no order; those that take no part are left out. */
export async function listSubjectsById(
  db: Db,
  roundId: number,
  unitIds: readonly number[],
): Promise<SubjectRow[]> {
  const rows = await db
    .selectFrom('round_subjects')
    .selectAll()
    .where('round_id', '=', roundId)
    .where(sql<boolean>`unit_id = any(${[...new Set(unitIds)]}::int[])`)
    .execute()
  return rows.map(toSubject)
}

/** Ids of all, in no order. */
export async function listSubjectIds(db: Db, roundId: number): Promise<number[]> {
  const rows = await db
    .selectFrom('round_subjects')
    .select('unit_id')
    .where('round_id', '=', roundId)
    .execute()
  return rows.map((row) => row.unit_id)
}

export async function insertSubjects(
  tx: Tx,
  roundId: number,
  units: readonly { id: number; code: string; name: string }[],
): Promise<void> {
  await sql`
    insert into round_subjects (round_id, unit_id, unit_code, unit_name)
    select ${roundId}, g.* from unnest(${units.map(({ id }) => id)}::int[], ${units.map(({ code }) => code)}::text[],
                                       ${units.map(({ name }) => name)}::text[]) g`.execute(tx)
}

type Mark = { by: string; at: Date } | null
const whom = ({ roundId, unitId }: Pick<SubjectRow, 'roundId' | 'unitId'>) =>
  sql`round_id = ${roundId} and unit_id = ${unitId}`

/** @param mark null: it may be worked on again */
export async function markSent(tx: Tx, subject: SubjectRow, mark: Mark): Promise<void> {
  await sql`update round_subjects set sent_at = ${mark?.at ?? null}::timestamptz, sent_by = ${mark?.by ?? null}
             where ${whom(subject)}`.execute(tx)
}
/** @param mark null: it may be worked on again */
export async function markExplained(tx: Tx, subject: SubjectRow, mark: Mark): Promise<void> {
  await sql`update round_subjects set explained_at = ${mark?.at ?? null}::timestamptz,
                   explained_by = ${mark?.by ?? null} where ${whom(subject)}`.execute(tx)
}

/** What nobody sent is taken as it stands. @returns the codes of those units */
export async function closeUnsent(tx: Tx, roundId: number, at: Date): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    update round_subjects set sent_at = ${at}::timestamptz, sent_by = ''
     where round_id = ${roundId} and sent_at is null returning unit_code as code`.execute(tx)
  return rows.map(({ code }) => code).sort()
}

/** Opens again what `closeUnsent` closed. */
export async function reopenUnsent(tx: Tx, roundId: number): Promise<void> {
  await sql`update round_subjects set sent_at = null, sent_by = null
             where round_id = ${roundId} and sent_by = ''`.execute(tx)
}

/** Those of the units that take part in a round of the same scheme and period already. */
export async function listTaken(
  db: Db,
  { scheme, period }: Said,
  unitIds: readonly number[],
): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select s.unit_id as id from round_subjects s join rounds r on r.id = s.round_id
     where r.scheme = ${scheme} and r.period = ${period} and s.unit_id = any(${[...unitIds]}::int[])`.execute(
    db,
  )
  return new Set(rows.map(({ id }) => id))
}
