// What stands behind one occurrence: statements, sessions, plans, answers, extensions, and where it came from and went.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { AnswerRef } from '../api/duties.ts'
import type { AnswerKind, DutyState, StepDays } from '../schema.ts'

export type AnswerRow = {
  version: number
  kind: AnswerKind
  ref: AnswerRef & { label?: string }
  files: string[]
  note: string
  sentBy: string
  sentFor: string | null
  sentAt: Date
  decision: 'accepted' | 'returned' | null
  reason: string | null
  decidedBy: string | null
  decidedFor: string | null
  decidedAt: Date | null
}

/** The latest first. */
export async function listAnswers(db: Db, occurrenceId: number): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select version, kind, ref, files, note, sent_by as "sentBy", sent_for as "sentFor", sent_at as "sentAt", decision,
           reason, decided_by as "decidedBy", decided_for as "decidedFor", decided_at as "decidedAt"
      from duty_answers where occurrence_id = ${occurrenceId} order by version desc`.execute(db)
  return rows
}

export type ExtensionRow = {
  from: Day | null
  to: Day
  reason: string
  by: string
  for: string | null
  at: Date
}

export async function listExtensions(db: Db, occurrenceId: number): Promise<ExtensionRow[]> {
  const { rows } = await sql<ExtensionRow>`
    select from_day as "from", to_day as "to", reason, made_by as "by", made_for as "for", made_at as "at"
      from duty_extensions where occurrence_id = ${occurrenceId} order by id`.execute(db)
  return rows
}

export type StatementRow = { days: StepDays; source: string; by: string; for: string | null; at: Date }

export async function findStatement(db: Db, occurrenceId: number): Promise<StatementRow | undefined> {
  const { rows } = await sql<StatementRow>`
    select jsonb_build_object('received', received_on, 'studied', studied_on, 'planned', planned_on,
                              'reported', reported_on, 'done', done_on) as days,
           source, stated_by as "by", stated_for as "for", stated_at as "at"
      from duty_statements where occurrence_id = ${occurrenceId}`.execute(db)
  return rows[0]
}

/** Sessions and plans of a unit under a directive, the earliest first; 50 of each at most. */
export async function listStepRecords(
  db: Db,
  { directiveId, unitId }: { directiveId: number; unitId: number },
): Promise<{ step: 'studied' | 'planned'; on: Day; id: number; label: string }[]> {
  const { rows } = await sql<{ step: 'studied' | 'planned'; on: Day; id: number; label: string }>`
    (select 'studied' as step, held_on as "on", id, cell as label from study_sessions
      where directive_id = ${directiveId} and unit_id = ${unitId} and withdrawn_at is null
      order by held_on, id limit 50)
    union all
    (select 'planned', d.issued_on, d.id, d.number
       from directive_links l join directives d on d.id = l.from_id
      where l.to_id = ${directiveId} and l.kind = 'implements' and d.issuer_unit_id = ${unitId}
      order by d.issued_on, d.id limit 50)`.execute(db)
  return rows
}

export type NeighbourRow = {
  id: number
  unitId: number
  unitCode: string
  unitName: string
  state: DutyState
}

/** Where an occurrence was passed to, or came from. */
export async function listPassed(db: Db, occurrenceId: number, way: 'to' | 'from'): Promise<NeighbourRow[]> {
  const [mine, other] = way === 'to' ? [sql`p.from_id`, sql`p.to_id`] : [sql`p.to_id`, sql`p.from_id`]
  const { rows } = await sql<NeighbourRow>`
    select o.id, o.unit_id as "unitId", o.unit_code as "unitCode", o.unit_name as "unitName", o.state
      from duty_passings p join duty_occurrences o on o.id = ${other}
     where ${mine} = ${occurrenceId} order by o.unit_code, o.id`.execute(db)
  return rows
}

export type Turn = { id: number; ordinal: number; dueOn: Day | null; state: DutyState }

/** The other occurrences of the duty that the unit has. */
export async function listTurns(
  db: Db,
  { id, dutyId, unitId }: { id: number; dutyId: number; unitId: number },
): Promise<Turn[]> {
  const { rows } = await sql<Turn>`
    select id, ordinal, due_on as "dueOn", state from duty_occurrences
     where duty_id = ${dutyId} and unit_id = ${unitId} and id <> ${id} order by ordinal`.execute(db)
  return rows
}
