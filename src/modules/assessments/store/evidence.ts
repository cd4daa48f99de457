// Evidence: which document, on which page, for which criteria of a unit. Withdrawn, it stays to be read by the audit.

import { sql } from 'kysely'
import type { Day } from '#kernel/day.ts'
import type { Db, Tx } from '#platform/db/db.ts'
import type { EvidenceInput } from '../api/score-shapes.ts'
import type { Said } from './said-reading.ts'

export type EvidenceRow = {
  id: number
  unitId: number
  number: string
  issuer: string
  issuedOn: Day | null
  page: string
  fileId: string | null
  link: string
  addedBy: string
  addedAt: Date
  criteria: string[]
}

const SELECT = sql`
  select e.id, e.unit_id as "unitId", e.number, e.issuer, e.issued_on as "issuedOn", e.page, e.file_id as "fileId",
         e.link, e.added_by as "addedBy", e.added_at as "addedAt",
         array(select c.criterion from score_evidence_criteria c where c.evidence_id = e.id order by 1) as criteria
    from score_evidence e`

/** What serves the units' criteria now, in the order of adding. */
export async function listEvidence(
  db: Db,
  { scheme, period }: Said,
  unitIds: readonly number[],
): Promise<EvidenceRow[]> {
  if (unitIds.length === 0) return []
  const { rows } = await sql<EvidenceRow>`
    ${SELECT} where e.unit_id = any(${[...unitIds]}::int[]) and e.scheme = ${scheme} and e.period = ${period}
       and e.withdrawn_at is null order by e.id`.execute(db)
  return rows
}

/** One of a unit that is not withdrawn; undefined: there is none. */
export async function findEvidence(
  db: Db,
  { scheme, period }: Said,
  { id, unitId }: { id: number; unitId: number },
): Promise<EvidenceRow | undefined> {
  const { rows } = await sql<EvidenceRow>`
    ${SELECT} where e.id = ${id} and e.unit_id = ${unitId} and e.scheme = ${scheme} and e.period = ${period}
       and e.withdrawn_at is null`.execute(db)
  return rows[0]
}

/** @returns its id */
export async function insertEvidence(
  tx: Tx,
  { scheme, period, unitId }: Said & { unitId: number },
  { number, issuer, issuedOn, page, file, link, criteria }: EvidenceInput,
  { by, byId, at }: { by: string; byId: number | null; at: Date },
): Promise<number> {
  const { id } = await tx
    .insertInto('score_evidence')
    .values({
      scheme,
      period,
      unit_id: unitId,
      number,
      issuer,
      issued_on: issuedOn,
      page,
      file_id: file,
      link,
      added_by: by,
      added_by_id: byId,
      added_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertCriteria(tx, id, criteria)
  return id
}

export async function updateEvidence(tx: Tx, id: number, evidence: EvidenceInput): Promise<void> {
  const { number, issuer, issuedOn, page, file, link, criteria } = evidence
  await tx
    .updateTable('score_evidence')
    .set({ number, issuer, issued_on: issuedOn, page, file_id: file, link })
    .where('id', '=', id)
    .execute()
  await tx.deleteFrom('score_evidence_criteria').where('evidence_id', '=', id).execute()
  await insertCriteria(tx, id, criteria)
}

async function insertCriteria(tx: Tx, id: number, criteria: readonly string[]): Promise<void> {
  await sql`insert into score_evidence_criteria (evidence_id, criterion)
            select ${id}, c from unnest(${[...new Set(criteria)]}::text[]) c`.execute(tx)
}

export async function withdrawEvidence(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.updateTable('score_evidence').set({ withdrawn_at: at }).where('id', '=', id).execute()
}
