// Rounds and who takes part in them.

import { type Selectable, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Rounds } from '#platform/db/schema.generated.ts'
import type { RoundDays } from '../api/rounds.ts'
import type { RoundState } from '../schema.ts'

export type RoundRow = RoundDays & {
  id: number
  scheme: string
  period: string
  group: string
  name: string
  keeperId: number
  keeperCode: string
  keeperName: string
  state: RoundState
  publishedOn: Day | null
  decision: string
  revision: number
  openedBy: string
  openedAt: Date
}
/** How many take part, have sent, have ended explaining. */
export type RoundCounts = { subjects: number; sent: number; explained: number }

const toRound = (row: Selectable<Rounds>): RoundRow => ({
  id: row.id,
  scheme: row.scheme,
  period: row.period,
  group: row.group_name,
  name: row.name,
  keeperId: row.keeper_id,
  keeperCode: row.keeper_code,
  keeperName: row.keeper_name,
  state: row.state as RoundState,
  selfDue: row.self_due,
  verifyDue: row.verify_due,
  explainDue: row.explain_due,
  councilOn: row.council_on,
  appealDays: row.appeal_days,
  publishedOn: row.published_on,
  decision: row.decision,
  revision: row.revision,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
})

export async function findRound(db: Db, id: number): Promise<RoundRow | undefined> {
  const row = await db.selectFrom('rounds').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toRound(row)
}

/** A round that nobody else changes until the end of the transaction. */
export async function takeRound(tx: Tx, id: number): Promise<RoundRow | undefined> {
  const row = await tx.selectFrom('rounds').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toRound(row)
}

/** A round that stays in its state until the end of the transaction, while others score in it as well. */
export async function holdRound(tx: Tx, id: number): Promise<RoundRow | undefined> {
  const row = await tx.selectFrom('rounds').selectAll().where('id', '=', id).forShare().executeTakeFirst()
  return row && toRound(row)
}

export async function countSubjects(db: Db, ids: readonly number[]): Promise<Map<number, RoundCounts>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<RoundCounts & { id: number }>`
    select round_id as id, count(*)::int as subjects, count(sent_at)::int as sent, count(explained_at)::int as explained
      from round_subjects where round_id = any(${[...ids]}::int[]) group by 1`.execute(db)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

export type RoundQuery = {
  unitId: number
  /** The day whose tree tells what stands below the unit. */
  on: Day
  period: string | undefined
  scheme: string | undefined
  state: RoundState | undefined
}
/** Kept at the unit or below it, or with a subject there; the latest first. */
export async function listRounds(
  db: Db,
  { unitId, on, period, scheme, state }: RoundQuery,
  { after, limit }: { after: number | undefined; limit: number },
): Promise<RoundRow[]> {
  const isWithin = (column: string) => sql<boolean>`(${sql.ref(column)} = ${unitId} or exists (
    select from unit_holders h where h.unit_id = ${sql.ref(column)} and h.ancestor_id = ${unitId}
       and ${on}::date between h.valid_from and h.valid_to))`
  let query = db
    .selectFrom('rounds')
    .selectAll()
    .where(
      sql<boolean>`(${isWithin('rounds.keeper_id')} or exists (
        select from round_subjects s where s.round_id = rounds.id and ${isWithin('s.unit_id')}))`,
    )
  if (period !== undefined) query = query.where('period', '=', period)
  if (scheme !== undefined) query = query.where('scheme', '=', scheme)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.orderBy('id', 'desc').limit(limit).execute()).map(toRound)
}

export type RoundDraft = RoundDays & {
  scheme: string
  period: string
  group: string
  name: string
  keeper: { id: number; code: string; name: string }
}
/** @returns its id */
export async function insertRound(
  tx: Tx,
  { scheme, period, group, name, keeper, ...days }: RoundDraft,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('rounds')
    .values({
      scheme,
      period,
      group_name: group,
      name,
      keeper_id: keeper.id,
      keeper_code: keeper.code,
      keeper_name: keeper.name,
      ...daysOf(days),
      opened_by: by,
      opened_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const daysOf = ({ selfDue, verifyDue, explainDue, councilOn, appealDays }: RoundDays) => ({
  self_due: selfDue,
  verify_due: verifyDue,
  explain_due: explainDue,
  council_on: councilOn,
  appeal_days: appealDays,
})

export async function updateRound(
  tx: Tx,
  id: number,
  { name, ...days }: RoundDays & { name: string },
): Promise<void> {
  await tx
    .updateTable('rounds')
    .set(({ eb }) => ({ name, ...daysOf(days), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setRoundState(tx: Tx, id: number, state: RoundState): Promise<void> {
  await tx
    .updateTable('rounds')
    .set(({ eb }) => ({ state, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** The last step: from here only an appeal changes a score. */
export async function markPublished(
  tx: Tx,
  id: number,
  { decision, decidedOn }: { decision: string; decidedOn: Day },
): Promise<void> {
  await tx
    .updateTable('rounds')
    .set(({ eb }) => ({
      state: 'published',
      decision,
      published_on: decidedOn,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}
