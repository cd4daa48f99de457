import { createHash } from 'node:crypto'

/** One entry as it is exported: a line of NDJSON. `details` is kept as the very text that was hashed. */
export type AuditLine = {
  seq: number
  at: string
  actorId: number | null
  actor: string
  actingFor: string | null
  action: string
  subject: string
  unitId: number | null
  details: string
  previousHash: string
  hash: string
}

/**
 * What an entry's hash must be. Anybody can check an export with this alone: `hash` is the SHA-256, in lower-case
 * hex, of the UTF-8 text of the JSON array
 *
 *     [previousHash, seq, at, actorId, actor, actingFor, action, subject, unitId, details]
 *
 * written without spaces, with non-ASCII characters as they are, and with `details` as a string; `previousHash` is
 * the `hash` of the line before, '' for the first; `seq` counts 1, 2, 3 … without a gap. A copy of the last hash,
 * kept elsewhere, proves later that nothing before it was changed and nothing up to it was taken away.
 */
export function entryHash(e: Omit<AuditLine, 'hash'>): string {
  const text = JSON.stringify([
    e.previousHash,
    e.seq,
    e.at,
    e.actorId,
    e.actor,
    e.actingFor,
    e.action,
    e.subject,
    e.unitId,
    e.details,
  ])
  return createHash('sha256').update(text).digest('hex')
}

export type Break = { seq: number; fault: 'gap' | 'previousHash' | 'hash' }

/**
 * What is wrong with an entry after the one before it; `null` when it follows as it should.
 *
 * @param before the entry before, `undefined` for the first.
 */
export function findBreak(entry: AuditLine, before: AuditLine | undefined): Break | null {
  if (entry.seq !== (before?.seq ?? 0) + 1) return { seq: entry.seq, fault: 'gap' }
  if (entry.previousHash !== (before?.hash ?? '')) return { seq: entry.seq, fault: 'previousHash' }
  if (entry.hash !== entryHash(entry)) return { seq: entry.seq, fault: 'hash' }
  return null
}
