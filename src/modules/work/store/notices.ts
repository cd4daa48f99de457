import { sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { NoticeKind } from '../schema.ts'

/** A notice about to be made. `mail` is how it is to be mailed. */
export type NoticeDraft = {
  accountId: number
  kind: NoticeKind
  thing: string
  /** Both null when it is about a duty. */
  form: string | null
  period: string | null
  /** Null when it is about a report; `occurrenceId` also when it is about several units. */
  dutyId: number | null
  occurrenceId: number | null
  /** Of a round, a grading or an appeal, which `judgedId` then names; null: it is about a report or a duty. */
  step: string | null
  judgedId: number | null
  judgedName: string | null
  keeperCode: string | null
  unitId: number | null
  units: number
  version: number | null
  by: string | null
  reason: string | null
  dueOn: string | null
  at: Date
  readAt: Date | null
  mail: 'none' | 'digest' | 'now'
}

/** A notice that is about a report or a duty. */
export const NO_STEP = { step: null, judgedId: null, judgedName: null, keeperCode: null }

/** Tells each person each thing once: what they have been told already is left as it is. Answers how many are new. */
export async function insertNotices(tx: Tx, drafts: readonly NoticeDraft[]): Promise<number> {
  if (drafts.length === 0) return 0
  const { numAffectedRows } = await sql`
    insert into notices (account_id, kind, thing, form, period, duty_id, occurrence_id, unit_id, units, version, by_name,
                         reason, due_on, at, read_at, mail, step, judged_id, judged_name, keeper_code)
    select "accountId", kind, thing, form, period, "dutyId", "occurrenceId", "unitId", units, version, "by",
           reason, "dueOn", at, "readAt", mail, step, "judgedId", "judgedName", "keeperCode"
      from jsonb_to_recordset(${JSON.stringify(drafts)}::jsonb) as d (
           "accountId" int, kind text, thing text, form text, period text, "dutyId" bigint, "occurrenceId" bigint,
           "unitId" int, units int, version int,
           "by" text, reason text, "dueOn" date, at timestamptz, "readAt" timestamptz, mail text,
           step text, "judgedId" int, "judgedName" text, "keeperCode" text)
    on conflict on constraint notices_account_id_kind_thing_key do nothing`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

export type StoredNotice = Omit<NoticeDraft, 'mail'> & { id: number }

/** Somebody's notices, the newest first, before one that has been seen. */
export async function listNotices(
  db: Db,
  accountId: number,
  { before, limit, unread }: { before: number | null; limit: number; unread: boolean },
): Promise<StoredNotice[]> {
  const rows = await db
    .selectFrom('notices')
    .selectAll()
    .where('account_id', '=', accountId)
    .$if(before !== null, (q) => q.where('id', '<', before!))
    .$if(unread, (q) => q.where('read_at', 'is', null))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    kind: row.kind as NoticeKind,
    thing: row.thing,
    form: row.form,
    period: row.period,
    dutyId: row.duty_id,
    occurrenceId: row.occurrence_id,
    step: row.step,
    judgedId: row.judged_id,
    judgedName: row.judged_name,
    keeperCode: row.keeper_code,
    unitId: row.unit_id,
    units: row.units,
    version: row.version,
    by: row.by_name,
    reason: row.reason,
    dueOn: row.due_on,
    at: row.at,
    readAt: row.read_at,
  }))
}

export async function countUnread(db: Db, accountId: number): Promise<number> {
  const { count } = await db
    .selectFrom('notices')
    .select((notice) => notice.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Marks notices of this account as read: those named, or all up to one. Answers how many were unread. */
export async function markRead(
  tx: Tx,
  accountId: number,
  which: { ids: readonly number[] } | { upTo: number },
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('notices')
    .set({ read_at: now })
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .where((n) => ('ids' in which ? n('id', 'in', [...which.ids, -1]) : n('id', '<=', which.upTo)))
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** How far the audit log has been read for news; held until the transaction ends, so that one reader goes on at a time. */
export async function takeCursor(tx: Tx): Promise<number> {
  const { seq } = await tx.selectFrom('notice_cursor').select('seq').forUpdate().executeTakeFirstOrThrow()
  return seq
}

export async function moveCursor(tx: Tx, seq: number): Promise<void> {
  await tx.updateTable('notice_cursor').set({ seq }).execute()
}

/** Lets go of what nobody will mail any more, and of read notices from before `forget`. */
export async function tidyNotices(tx: Tx, { stale, forget }: { stale: Date; forget: Date }): Promise<void> {
  await tx
    .updateTable('notices')
    .set({ mail: 'none' })
    .where('mail', 'in', ['digest', 'now'])
    .where('at', '<', stale)
    .execute()
  await tx.deleteFrom('notices').where('at', '<', forget).where('read_at', 'is not', null).execute()
}
