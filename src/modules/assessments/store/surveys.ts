// Surveys: what is asked, and how they stand.

import { type Selectable, sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Surveys } from '#platform/db/schema.generated.ts'
import type { SurveyDraft, SurveyState } from '../api/surveys.ts'

export type SurveyRow = SurveyDraft & {
  id: number
  roundId: number
  lastDay: Day | null
  state: SurveyState
  revision: number
  openedBy: string
  openedAt: Date
  closedBy: string | null
  closedAt: Date | null
}

const toSurvey = (row: Selectable<Surveys>): SurveyRow => ({
  id: row.id,
  roundId: row.round_id,
  name: row.name,
  intro: row.intro,
  introEn: row.intro_en,
  groups: row.groups as SurveyDraft['groups'],
  questions: row.questions as SurveyDraft['questions'],
  lastDay: row.last_day,
  state: row.state as SurveyState,
  revision: row.revision,
  openedBy: row.opened_by,
  openedAt: row.opened_at,
  closedBy: row.closed_by,
  closedAt: row.closed_at,
})

export async function findSurvey(db: Db, id: number): Promise<SurveyRow | undefined> {
  const row = await db.selectFrom('surveys').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toSurvey(row)
}

/** One that nobody else changes, closes or answers until the end of the transaction. */
export async function takeSurvey(tx: Tx, id: number): Promise<SurveyRow | undefined> {
  const row = await tx.selectFrom('surveys').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  return row && toSurvey(row)
}

/** One that stays as it is until the end of the transaction, while others answer it as well. */
export async function holdSurvey(tx: Tx, id: number): Promise<SurveyRow | undefined> {
  const row = await tx.selectFrom('surveys').selectAll().where('id', '=', id).forShare().executeTakeFirst()
  return row && toSurvey(row)
}

/** Of one round, in the order in which they were opened. */
export async function listSurveysOf(db: Db, roundId: number): Promise<SurveyRow[]> {
  const rows = await db
    .selectFrom('surveys')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute()
  return rows.map(toSurvey)
}

export type SurveyQuery = {
  unitId: number
  /** The day whose tree tells what stands below the unit. */
  on: Day
  period: string | undefined
  roundId: number | undefined
}
/** Of rounds kept at the unit or below it, or with a subject there; the latest first. */
export async function listSurveyRows(
  db: Db,
  { unitId, on, period, roundId }: SurveyQuery,
  { after, limit }: { after: number | undefined; limit: number },
): Promise<SurveyRow[]> {
  const isWithin = (column: string) => sql<boolean>`(${sql.ref(column)} = ${unitId} or exists (
    select from unit_holders h where h.unit_id = ${sql.ref(column)} and h.ancestor_id = ${unitId}
       and ${on}::date between h.valid_from and h.valid_to))`
  let query = db
    .selectFrom('surveys')
    .innerJoin('rounds', 'rounds.id', 'surveys.round_id')
    .selectAll('surveys')
    .where(
      sql<boolean>`(${isWithin('rounds.keeper_id')} or exists (
        select from round_subjects s where s.round_id = rounds.id and ${isWithin('s.unit_id')}))`,
    )
  if (period !== undefined) query = query.where('rounds.period', '=', period)
  if (roundId !== undefined) query = query.where('rounds.id', '=', roundId)
  if (after !== undefined) query = query.where('surveys.id', '<', after)
  return (await query.orderBy('surveys.id', 'desc').limit(limit).execute()).map(toSurvey)
}

const columnsOf = ({ name, intro, introEn, lastDay, groups, questions }: SurveyDraft) => ({
  name,
  intro,
  intro_en: introEn,
  last_day: lastDay,
  groups: JSON.stringify(groups),
  questions: JSON.stringify(questions),
})

/** @returns its id */
export async function insertSurvey(
  tx: Tx,
  roundId: number,
  draft: SurveyDraft,
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('surveys')
    .values({ round_id: roundId, ...columnsOf(draft), opened_by: by, opened_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function updateSurvey(tx: Tx, id: number, draft: SurveyDraft): Promise<void> {
  await tx
    .updateTable('surveys')
    .set(({ eb }) => ({ ...columnsOf(draft), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setStarted(tx: Tx, id: number, at: Date): Promise<void> {
  await tx
    .updateTable('surveys')
    .set(({ eb }) => ({ state: 'running', started_at: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function setClosed(tx: Tx, id: number, { by, at }: { by: string; at: Date }): Promise<void> {
  await tx
    .updateTable('surveys')
    .set(({ eb }) => ({ state: 'closed', closed_by: by, closed_at: at, revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
