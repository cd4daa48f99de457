import type { Day } from '#kernel/day.ts'
import type { Tx } from '#platform/db/db.ts'
import type { ProposalState } from '../schema.ts'
import type { Who, Wish } from './proposals.ts'

export type Content = {
  name: string
  nameEn: string
  why: string
  summary: string
  summaryEn: string
  startsOn: Day
  endsOn: Day
  targets: readonly Wish[]
}
type UnitNamed = { id: number; code: string; name: string }

const columns = (content: Content) => ({
  name: content.name,
  name_en: content.nameEn,
  why: content.why,
  summary: content.summary,
  summary_en: content.summaryEn,
  starts_on: content.startsOn,
  ends_on: content.endsOn,
})

export async function insertProposal(
  tx: Tx,
  content: Content,
  units: { unit: UnitNamed; chooser: UnitNamed },
  who: Who,
): Promise<number> {
  const { unit, chooser } = units
  const { id } = await tx
    .insertInto('proposals')
    .values({
      ...columns(content),
      unit_id: unit.id,
      unit_code: unit.code,
      unit_name: unit.name,
      chooser_id: chooser.id,
      chooser_code: chooser.code,
      chooser_name: chooser.name,
      made_by: who.by,
      made_for: who.for,
      made_at: who.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertWishes(tx, Number(id), content.targets)
  return Number(id)
}

async function insertWishes(tx: Tx, proposalId: number, wishes: readonly Wish[]): Promise<void> {
  if (wishes.length > 0)
    await tx
      .insertInto('proposal_targets')
      .values(wishes.map((wish, position) => ({ proposal_id: proposalId, position, ...wish })))
      .execute()
}

/** Puts another content in its place; false when it was changed or decided since `revision`. */
export async function markChanged(tx: Tx, id: number, revision: number, content: Content): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('proposals')
    .set((eb) => ({ ...columns(content), revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .where('revision', '=', revision)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx.deleteFrom('proposal_targets').where('proposal_id', '=', id).execute()
  await insertWishes(tx, id, content.targets)
  return true
}

export type Outcome = {
  state: Exclude<ProposalState, 'proposed'>
  directiveId: number | null
  /** Slug of the programme that was made of it. */
  programme: string | null
  because: string | null
}

/** Ends a proposal; false when it is decided already. */
export async function markDecided(
  tx: Tx,
  id: number,
  { state, directiveId, programme, because }: Outcome,
  who: Who,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('proposals')
    .set((eb) => ({
      state,
      directive_id: directiveId,
      programme,
      because,
      decided_by: who.by,
      decided_for: who.for,
      decided_at: who.at,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
