// What units and succession files have in common: decide what they come to, tell what cannot be, write the
// rest.

import type { Permission } from '#platform/http/endpoint.ts'
import type { ImportContext, ImportCounts } from '#platform/imports/format.ts'
import { decide } from '../decide.ts'
import { writePlan } from '../store/write.ts'
import { rejectionOf } from './rejection.ts'
import type { FileSuccession } from './succession.ts'
import type { UnitRow } from './units.ts'

/** All rows of a file are decided together, in memory: ten times a country with two years of history. */
export const MAX_ROWS = 150_000

/** Takes the rows that fit what is known and each other, and tells why the others do not. */
export async function settle(
  ctx: ImportContext,
  action: Permission,
  states: readonly UnitRow[],
  successions: readonly FileSuccession[],
): Promise<ImportCounts> {
  const { before, decided } = await decide(ctx.tx, states, successions)
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
