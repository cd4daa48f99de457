// Appeals: filed, given to an owner, decided or withdrawn. What was decided is never changed.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { AppealKind, AppealState } from '../api/appeals.ts'

export type AppealRow = {
  id: number
  kind: AppealKind
  /** Null: about a grade. */
  roundId: number | null
  gradeSubject: number | null
  resultId: number | null
  newResultId: number | null
  unitId: number
  /** '': the result as a whole. */
  criterion: string
  claim: string
  state: AppealState
  dueOn: Day
  filedBy: string
  filedById: number | null
  filedFor: string | null
  filedAt: Date
  ownerId: number | null
  owner: string | null
  assignedBy: string | null
  assignedAt: Date | null
  number: string
  reason: string
  decidedOn: Day | null
  decidedBy: string | null
  decidedFor: string | null
  decidedAt: Date | null
  revision: number
}
const ROW = sql`
  a.id, a.kind, a.round_id as "roundId", a.grade_subject as "gradeSubject", a.result_id as "resultId",
  a.new_result_id as "newResultId", a.unit_id as "unitId", a.criterion, a.claim, a.state, a.due_on as "dueOn",
  a.filed_by as "filedBy", a.filed_by_id as "filedById", a.filed_for as "filedFor", a.filed_at as "filedAt",
  a.owner_id as "ownerId", a.owner, a.assigned_by as "assignedBy", a.assigned_at as "assignedAt", a.number, a.reason,
  a.decided_on as "decidedOn", a.decided_by as "decidedBy", a.decided_for as "decidedFor",
  a.decided_at as "decidedAt", a.revision`

export async function findAppeal(db: Db, id: number): Promise<AppealRow | undefined> {
  const { rows } = await sql<AppealRow>`select ${ROW} from appeals a where id = ${id}`.execute(db)
  return rows[0]
}

/** One that nobody else touches until the end of the transaction. */
export async function takeAppeal(tx: Tx, id: number): Promise<AppealRow | undefined> {
  const { rows } = await sql<AppealRow>`select ${ROW} from appeals a where id = ${id} for update`.execute(tx)
  return rows[0]
}

export type AppealDraft = Pick<
  AppealRow,
  'kind' | 'roundId' | 'gradeSubject' | 'resultId' | 'unitId' | 'criterion' | 'claim' | 'dueOn'
>
/** @returns its id. A second one that is open about the same thing breaks `appeals_open_key`. */
export async function insertAppeal(
  tx: Tx,
  draft: AppealDraft,
  who: { by: string; byId: number | null; for: string | null; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('appeals')
    .values({
      kind: draft.kind,
      round_id: draft.roundId,
      grade_subject: draft.gradeSubject,
      result_id: draft.resultId,
      unit_id: draft.unitId,
      criterion: draft.criterion,
      claim: draft.claim,
      due_on: draft.dueOn,
      filed_by: who.by,
      filed_by_id: who.byId,
      filed_for: who.for,
      filed_at: who.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Whether something about this criterion was decided in this round already. */
export async function isDecidedBefore(
  db: Db,
  { roundId, unitId, criterion }: { roundId: number; unitId: number; criterion: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('appeals')
    .select('id')
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .where('criterion', '=', criterion)
    .where('state', 'in', ['upheld', 'rejected'])
    .executeTakeFirst()
  return row !== undefined
}

export async function setOwner(
  tx: Tx,
  id: number,
  { ownerId, owner, by, at }: { ownerId: number; owner: string; by: string; at: Date },
): Promise<void> {
  await sql`
    update appeals set state = 'assigned', owner_id = ${ownerId}, owner = ${owner}, assigned_by = ${by},
           assigned_at = ${at}::timestamptz, revision = revision + 1 where id = ${id}`.execute(tx)
}

export async function setDecision(
  tx: Tx,
  id: number,
  decided: {
    state: 'upheld' | 'rejected'
    number: string
    reason: string
    on: Day
    by: string
    for: string | null
    at: Date
    newResultId: number | null
  },
): Promise<void> {
  await sql`
    update appeals set state = ${decided.state}, number = ${decided.number}, reason = ${decided.reason},
           decided_on = ${decided.on}::date, decided_by = ${decided.by}, decided_for = ${decided.for},
           decided_at = ${decided.at}::timestamptz, new_result_id = ${decided.newResultId}::int,
           revision = revision + 1 where id = ${id}`.execute(tx)
}

export async function setWithdrawn(tx: Tx, id: number, at: Date): Promise<void> {
  await sql`update appeals set state = 'withdrawn', decided_at = ${at}::timestamptz, revision = revision + 1
             where id = ${id}`.execute(tx)
}

export type AppealQuery = {
  /** It and all below it on that day. */
  unitId: number
  on: Day
  state: 'open' | 'closed' | undefined
  roundId: number | undefined
  kinds: readonly AppealKind[]
}
/** Open ones before the others; by due day. */
export async function listAppealRows(
  db: Db,
  { unitId, on, state, roundId, kinds }: AppealQuery,
  { after, limit }: { after: { rank: number; dueOn: Day; id: number } | null; limit: number },
): Promise<(AppealRow & { rank: number })[]> {
  const rank = sql`case when a.state in ('filed', 'assigned') then 0 else 1 end`
  const { rows } = await sql<AppealRow & { rank: number }>`
    select ${ROW}, ${rank} as rank from appeals a
     where (a.unit_id = ${unitId} or exists (
             select from unit_holders h join unit_lives l on l.unit_id = h.unit_id
              where h.unit_id = a.unit_id and h.ancestor_id = ${unitId}
                and least(greatest(${on}::date, l.begins_on), l.ends_on) between h.valid_from and h.valid_to))
       and a.kind = any(${[...kinds]}::text[])
       ${state === undefined ? sql`` : sql`and ${rank} = ${state === 'open' ? 0 : 1}`}
       ${roundId === undefined ? sql`` : sql`and a.round_id = ${roundId}`}
       ${after ? sql`and (${rank}, a.due_on, a.id) > (${after.rank}::int, ${after.dueOn}::date, ${after.id}::int)` : sql``}
     order by ${rank}, a.due_on, a.id limit ${limit}`.execute(db)
  return rows
}

/** Decided ones of a round, in the order in which they were. */
export async function listDecided(db: Db, roundId: number): Promise<AppealRow[]> {
  const { rows } = await sql<AppealRow>`
    select ${ROW} from appeals a
     where a.round_id = ${roundId} and a.state in ('upheld', 'rejected') order by a.decided_at, a.id`.execute(
    db,
  )
  return rows
}
