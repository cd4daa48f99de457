// What was said of subjects, step by step; their scores and commitments.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Ballot, GradeStep } from '../api/grade-shapes.ts'
import type { ScoreSide } from '../api/grading-sheet.ts'
import type { Stated, Values } from '../rules/grade-points.ts'
import type { Grade } from '../rules/grade-rules.ts'

/** Who says something. */
export type Teller = { by: string; byId: number | null; for: string | null; at: Date }
export type NewFact = {
  subjectId: number
  step: GradeStep
  grade?: Grade | null
  exemption?: string | null
  text?: string
  body?: string
  ballot?: Ballot | null
  number?: string
  on?: Day | null
}
export type FactRow = Required<NewFact> & Teller & { id: number; isCurrent: boolean }

/** Says facts: each replaces what was current of the same subject, step and body, which stays to be read. */
export async function sayFacts(tx: Tx, facts: readonly NewFact[], who: Teller): Promise<void> {
  if (facts.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(
    facts.map((fact) => ({ ...fact, body: fact.body ?? '' })),
  )}::jsonb) as g ("subjectId" int, step text, grade text, exemption text, text text, body text, ballot jsonb,
                   number text, "on" date)`
  await sql`update grade_facts f set is_current = false from ${rows}
             where f.is_current and f.subject_id = g."subjectId" and f.step = g.step and f.body = g.body`.execute(
    tx,
  )
  await sql`
    insert into grade_facts (subject_id, step, grade, exemption, text, body, ballot, number, on_day,
                             said_by, said_by_id, said_for, said_at)
    select g."subjectId", g.step, g.grade, g.exemption, coalesce(g.text, ''), g.body, g.ballot,
           coalesce(g.number, ''), g."on", ${who.by}, ${who.byId}::int, ${who.for}, ${who.at}::timestamptz
      from ${rows}`.execute(tx)
}

/** Everything said of subjects, the earliest first. */
export async function listFacts(db: Db, subjectIds: readonly number[]): Promise<FactRow[]> {
  const { rows } = await sql<FactRow>`
    select id, subject_id as "subjectId", step, grade, exemption, text, body, ballot, number, on_day as "on",
           is_current as "isCurrent", said_by as by, said_by_id as "byId", said_for as "for", said_at as at
      from grade_facts where subject_id = any(${[...subjectIds]}::int[]) order by id`.execute(db)
  return rows
}

/** Conditions and gates are kept beside the parts under this name. */
const STATED = '*'
export type ScoreRow = { subjectId: number; side: ScoreSide; part: string; by: string; at: Date } & (
  | { values: Values; stated?: undefined }
  | { stated: Stated; values?: undefined }
)

/** Says the scores of a part, or what holds of the year. What was said before stays to be read. */
export async function sayScores(
  tx: Tx,
  { subjectId, side }: { subjectId: number; side: ScoreSide },
  said: { part: string; values: Values } | { stated: Stated },
  { by, at }: { by: string; at: Date },
): Promise<void> {
  const part = 'stated' in said ? STATED : said.part
  await sql`update grade_scores set is_current = false
             where is_current and subject_id = ${subjectId} and side = ${side} and part = ${part}`.execute(tx)
  await tx
    .insertInto('grade_scores')
    .values({
      subject_id: subjectId,
      side,
      part,
      said: JSON.stringify('stated' in said ? said.stated : said.values),
      said_by: by,
      said_at: at,
    })
    .execute()
}

/** The current scores of subjects, part by part. */
export async function listScores(db: Db, subjectIds: readonly number[]): Promise<ScoreRow[]> {
  const rows = await db
    .selectFrom('grade_scores')
    .select(['subject_id', 'side', 'part', 'said', 'said_by', 'said_at'])
    .where(sql<boolean>`subject_id = any(${[...subjectIds]}::int[])`)
    .where('is_current', '=', true)
    .orderBy('part')
    .execute()
  return rows.map((row): ScoreRow => {
    const common = {
      subjectId: row.subject_id,
      side: row.side as ScoreSide,
      part: row.part,
      by: row.said_by,
      at: row.said_at,
    }
    return row.part === STATED
      ? { ...common, stated: row.said as Stated }
      : { ...common, values: row.said as Values }
  })
}

export type CommitmentRow = {
  id: number
  subjectId: number
  text: string
  measure: string
  by: string
  at: Date
  outcome: 'done' | 'partly' | 'not' | null
  result: string
  reportedBy: string | null
  reportedAt: Date | null
}
/** Those that were not withdrawn, the earliest first. */
export async function listCommitments(db: Db, subjectIds: readonly number[]): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    select id, subject_id as "subjectId", text, measure, made_by as by, made_at as at, outcome, result,
           reported_by as "reportedBy", reported_at as "reportedAt"
      from grade_commitments where subject_id = any(${[...subjectIds]}::int[]) and withdrawn_at is null
     order by id`.execute(db)
  return rows
}
export async function insertCommitment(
  tx: Tx,
  subjectId: number,
  { text, measure }: { text: string; measure: string },
  { by, at }: { by: string; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('grade_commitments')
    .values({ subject_id: subjectId, text, measure, made_by: by, made_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
export async function updateCommitment(
  tx: Tx,
  id: number,
  change:
    | { text: string; measure: string }
    | { outcome: 'done' | 'partly' | 'not'; result: string; reported_by: string; reported_at: Date }
    | { withdrawn_at: Date },
): Promise<void> {
  await tx.updateTable('grade_commitments').set(change).where('id', '=', id).execute()
}

/**
 * Takes away what was said of a person in words and scores, and the name; the grade, its step, day and group stay, since
 * quotas rest on them. @returns how many gradings they were in
 */
export async function anonymiseSubjects(tx: Tx, personId: number, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    update grading_subjects set person_id = null, code = '', name = '', title = '', came_from_id = null,
           served_months = null, erased_at = ${at}::timestamptz, revision = revision + 1
     where person_id = ${personId} returning id`.execute(tx)
  const ids = rows.map(({ id }) => id)
  await sql`delete from grade_scores where subject_id = any(${ids}::int[])`.execute(tx)
  await sql`delete from grade_commitments where subject_id = any(${ids}::int[])`.execute(tx)
  await sql`delete from appeals where grade_subject = any(${ids}::int[])`.execute(tx)
  await sql`delete from grade_facts where subject_id = any(${ids}::int[])
             and (step not in ('decision', 'notice') or not is_current)`.execute(tx)
  await sql`update grade_facts set text = '', exemption = null where subject_id = any(${ids}::int[])`.execute(
    tx,
  )
  return ids.length
}
