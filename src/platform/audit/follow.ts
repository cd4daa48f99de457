import type { Db } from '#platform/db/db.ts'

/** An audit entry as others react to it: what was done, to what, where, by whom. */
export type Signal = {
  seq: number
  at: Date
  actorId: number | null
  actor: string
  actingFor: string | null
  action: string
  subject: string
  unitId: number | null
  details: Record<string, unknown>
}

/**
 * The entries after one that has been seen, in order. Entries are numbered under a lock that is held until they are
 * committed, so that none turns up later behind a number that was read.
 */
export async function followAudit(db: Db, after: number, limit: number): Promise<Signal[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select(['seq', 'at', 'actor_id', 'actor', 'acting_for', 'action', 'subject', 'unit_id', 'details'])
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorId: row.actor_id,
    actor: row.actor,
    actingFor: row.acting_for,
    action: row.action,
    subject: row.subject,
    unitId: row.unit_id,
    details: row.details as Record<string, unknown>,
  }))
}
