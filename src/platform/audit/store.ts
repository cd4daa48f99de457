import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#platform/db/db.ts'
import type { Database } from '#platform/db/schema.generated.ts'
import type { AuditEntry, Doer } from '#platform/http/endpoint.ts'
import type { AuditLine } from './chain.ts'

/** Adds an entry to the log. The database numbers and chains it; until commit, every other write waits here. */
export async function writeAudit(tx: Tx, actor: Doer, at: Date, entry: AuditEntry): Promise<void> {
  await tx
    .insertInto('audit_entries')
    .values({
      at,
      actor_id: actor.id,
      actor: actor.name,
      acting_for: actor.onBehalfOf ?? null,
      action: entry.action,
      subject: entry.subject,
      unit_id: entry.unitId ?? null,
      details: JSON.stringify(entry.details ?? {}),
    })
    .execute()
}

const PAGE = 2_000

/** The whole log in order, read in pages: memory stays flat however long it is. */
export async function* readAudit(db: Db): AsyncGenerator<AuditLine> {
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const page = await readPage(db, last)
    yield* page
    if (page.length < PAGE) return
    last = page.at(-1)!.seq
  }
}

async function readPage(db: Db, after: number): Promise<AuditLine[]> {
  const rows = await db
    .selectFrom('audit_entries')
    .select(COLUMNS)
    .select(sql<string>`details::text`.as('details'))
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(PAGE)
    .execute()
  return rows.map(lineOf)
}

/** All but `details`, which is read as the very text that was hashed. */
export const COLUMNS = [
  'seq',
  'at',
  'actor_id',
  'actor',
  'acting_for',
  'action',
  'subject',
  'unit_id',
  'previous_hash',
  'hash',
] as const
export type AuditRow = Pick<Selectable<Database['audit_entries']>, (typeof COLUMNS)[number]> & {
  details: string
}

export const lineOf = (row: AuditRow): AuditLine => ({
  seq: row.seq,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  actor: row.actor,
  actingFor: row.acting_for,
  action: row.action,
  subject: row.subject,
  unitId: row.unit_id,
  details: row.details,
  previousHash: row.previous_hash,
  hash: row.hash,
})
