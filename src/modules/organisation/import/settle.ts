// What units and succession files have in common: decide what they come to, tell what cannot be, write the
// rest.

import type { Tx } from '#platform/db/db.ts'
import type { Permission } from '#platform/http/endpoint.ts'
import type { ImportContext, ImportCounts } from '#platform/imports/format.ts'
import { type Fault, type Known, type Plan, plan, without } from '../rules/plan.ts'
import { knownOf } from '../store/known.ts'
import { listRecords } from '../store/records.ts'
import { lockUnits } from '../store/revision.ts'
import { loadSnapshot } from '../store/snapshot.ts'
import { writePlan } from '../store/write.ts'
import { rejectionOf } from './rejection.ts'
import type { FileSuccession } from './succession.ts'
import type { UnitRow } from './units.ts'

/** All rows of a file are decided together, in memory: ten times a country with two years of history. */
export const MAX_ROWS = 150_000

type FilePlan = Plan<UnitRow, FileSuccession>

/** Takes the rows that fit what is known and each other, and tells why the others do not. */
export async function settle(
  ctx: ImportContext,
  action: Permission,
  states: readonly UnitRow[],
  successions: readonly FileSuccession[],
): Promise<ImportCounts> {
  await lockUnits(ctx.tx)
  const before = await loadSnapshot(ctx.tx)
  const known = knownOf(before)
  const decided = await keepRecords(ctx.tx, known, plan(known, states, successions))
  for (const refusal of decided.refused) ctx.reject(rejectionOf(refusal))
  await writePlan(ctx.tx, before, decided)

  const counts = { created: 0, changed: 0, unchanged: 0 }
  for (const outcome of decided.outcomes.values()) counts[outcome] += 1
  if (counts.created + counts.changed > 0)
    await ctx.audit({
      action,
      subject: `file:${ctx.sha256}`,
      details: { fileName: ctx.fileName, ...counts },
    })
  return counts
}

/** Leaves out the rows that would end a unit before records that hang on it. */
async function keepRecords(tx: Tx, known: Known, decided: FilePlan): Promise<FilePlan> {
  const endings = decided.losses.map(({ unit, from }) => ({ unitId: unit.id, from }))
  const byUnit = Map.groupBy(await listRecords(tx, endings), (record) => record.unitId)
  const faults = decided.losses.flatMap((loss) =>
    [...Map.groupBy(byUnit.get(loss.unit.id) ?? [], (record) => record.kind)].map(
      ([kind, list]): Fault => ({
        code: 'recordsLeft',
        loss,
        kind,
        records: list.map((record) => record.label),
      }),
    ),
  )
  if (faults.length === 0) return decided
  const { states, successions, refused } = decided
  return keepRecords(tx, known, without(known, states, successions, refused, faults))
}
