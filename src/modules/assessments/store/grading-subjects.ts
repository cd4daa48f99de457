// Subjects of gradings, and what the current facts say of them.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Grade } from '../rules/grade-rules.ts'

export type GradeSubjectRow = {
  id: number
  gradingId: number
  unitId: number
  unitCode: string
  unitName: string
  personId: number | null
  code: string
  name: string
  title: string
  group: string
  isHead: boolean
  cameFromId: number | null
  servedMonths: number | null
  isErased: boolean
  revision: number
}

const COLUMNS = sql`
  s.id, s.grading_id as "gradingId", s.unit_id as "unitId", s.unit_code as "unitCode", s.unit_name as "unitName",
  s.person_id as "personId", s.code, s.name, s.title, s.subject_group as "group", s.is_head as "isHead",
  s.came_from_id as "cameFromId", s.served_months as "servedMonths", s.erased_at is not null as "isErased", s.revision`

export async function findGradeSubject(db: Db, id: number): Promise<GradeSubjectRow | undefined> {
  const { rows } =
    await sql<GradeSubjectRow>`select ${COLUMNS} from grading_subjects s where id = ${id}`.execute(db)
  return rows[0]
}

/** A subject of which nobody else says anything until the end of the transaction. */
export async function takeGradeSubject(tx: Tx, id: number): Promise<GradeSubjectRow | undefined> {
  const { rows } = await sql<GradeSubjectRow>`
    select ${COLUMNS} from grading_subjects s where id = ${id} for update`.execute(tx)
  return rows[0]
}

/** What stands at each step. A decision that was never made is null. */
export type Standing = {
  self: Grade | null
  comments: number
  hasOpinion: boolean
  proposed: Grade | null
  exemption: string | null
  proposedReason: string
  decided: Grade | null
  decidedOn: Day | null
  noticedOn: Day | null
}
export type StandingRow = GradeSubjectRow & Standing

const OF_STEP = (column: string, step: string) =>
  sql`max(f.${sql.raw(column)}) filter (where f.step = ${sql.lit(step)})`
const STANDING = sql`
  ${OF_STEP('grade', 'self')} as self,
  count(*) filter (where f.step = 'comment')::int as comments,
  count(*) filter (where f.step = 'opinion') > 0 as "hasOpinion",
  ${OF_STEP('grade', 'proposal')} as proposed, ${OF_STEP('exemption', 'proposal')} as exemption,
  coalesce(${OF_STEP('text', 'proposal')}, '') as "proposedReason",
  ${OF_STEP('grade', 'decision')} as decided, ${OF_STEP('on_day', 'decision')} as "decidedOn",
  ${OF_STEP('on_day', 'notice')} as "noticedOn"`

export type SubjectQuery = {
  gradingId: number
  /** Only at these units. */
  unitIds?: readonly number[] | undefined
  group?: string | undefined
  ids?: readonly number[] | undefined
}
/** In the order of group, unit, code; `after` is the id of the last one seen. */
export async function listStanding(
  db: Db,
  { gradingId, unitIds, group, ids }: SubjectQuery,
  { after, limit }: { after?: number | undefined; limit?: number | undefined } = {},
): Promise<StandingRow[]> {
  const order = sql`(s.subject_group, s.unit_code, s.code, s.id)`
  const { rows } = await sql<StandingRow>`
    select ${COLUMNS}, ${STANDING}
      from grading_subjects s left join grade_facts f on f.subject_id = s.id and f.is_current
     where s.grading_id = ${gradingId}
       and (${unitIds === undefined} or s.unit_id = any(${[...(unitIds ?? [])]}::int[]))
       and (${ids === undefined} or s.id = any(${[...(ids ?? [])]}::int[]))
       and (${group === undefined} or s.subject_group = ${group ?? ''})
       and (${after === undefined} or ${order} > (
         select a.subject_group, a.unit_code, a.code, a.id from grading_subjects a where a.id = ${after ?? 0}))
     group by s.id order by s.subject_group, s.unit_code, s.code, s.id
     limit ${limit ?? null}`.execute(db)
  return rows
}

export type NewSubject = Omit<GradeSubjectRow, 'id' | 'gradingId' | 'isErased' | 'revision'>
export async function insertGradeSubjects(
  tx: Tx,
  gradingId: number,
  subjects: readonly NewSubject[],
): Promise<void> {
  await sql`
    insert into grading_subjects (grading_id, unit_id, unit_code, unit_name, person_id, code, name, title,
                                  subject_group, is_head, came_from_id, served_months)
    select ${gradingId}, g."unitId", g."unitCode", g."unitName", g."personId", g.code, g.name, g.title,
           g."group", g."isHead", g."cameFromId", g."servedMonths"
      from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as g ("unitId" int, "unitCode" text,
           "unitName" text, "personId" int, code text, name text, title text, "group" text, "isHead" boolean,
           "cameFromId" int, "servedMonths" int)`.execute(tx)
}

export async function touchSubjects(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`update grading_subjects set revision = revision + 1 where id = any(${[...ids]}::int[])`.execute(
    tx,
  )
}

export async function setPlace(tx: Tx, id: number, place: { group: string; isHead: boolean }): Promise<void> {
  await tx
    .updateTable('grading_subjects')
    .set({ subject_group: place.group, is_head: place.isHead })
    .where('id', '=', id)
    .execute()
}

/** A grade that was decided, with the grading and the rules it rests on. */
export type DecidedRow = {
  subjectId: number
  gradingId: number
  gradingName: string
  period: string
  rulesCode: string
  rulesName: string
  kind: 'units' | 'people'
  unitId: number
  unitCode: string
  unitName: string
  personId: number | null
  title: string
  grade: Grade
  noticedOn: Day | null
}
/** Decided grades of people or of units, the earliest period first. */
export async function listDecided(
  db: Db,
  of: { personIds: readonly number[] } | { unitIds: readonly number[] },
): Promise<DecidedRow[]> {
  const whose =
    'personIds' in of
      ? sql`s.person_id = any(${[...of.personIds]}::int[])`
      : sql`g.subjects = 'units' and s.unit_id = any(${[...of.unitIds]}::int[])`
  const { rows } = await sql<DecidedRow>`
    select s.id as "subjectId", g.id as "gradingId", g.name as "gradingName", g.period, r.code as "rulesCode",
           r.name as "rulesName", g.subjects as kind, s.unit_id as "unitId", s.unit_code as "unitCode",
           s.unit_name as "unitName", s.person_id as "personId", s.title, d.grade, n.on_day as "noticedOn"
      from grading_subjects s
      join gradings g on g.id = s.grading_id join grade_rules r on r.id = g.rules_id
      join grade_facts d on d.subject_id = s.id and d.step = 'decision' and d.is_current
      left join grade_facts n on n.subject_id = s.id and n.step = 'notice' and n.is_current
     where ${whose} order by g.period, g.id, s.id`.execute(db)
  return rows
}

/** Every subject that a person is or was, the newest grading first. */
export async function listSubjectsOf(db: Db, personId: number): Promise<StandingRow[]> {
  const { rows } = await sql<StandingRow>`
    select ${COLUMNS}, ${STANDING}
      from grading_subjects s left join grade_facts f on f.subject_id = s.id and f.is_current
     where s.person_id = ${personId} group by s.id order by s.grading_id desc`.execute(db)
  return rows
}
