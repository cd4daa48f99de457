// What files of units and changes made by hand have in common: the rows are judged against what is known and against the
// records of all modules, and whoever does so waits for whoever is doing so already.

import type { Tx } from '#platform/db/db.ts'
import { type Fault, type Known, type Plan, plan, without } from './rules/plan.ts'
import type { State, SuccessionRow } from './schema.ts'
import { knownOf } from './store/known.ts'
import { listRecords } from './store/records.ts'
import { lockUnits } from './store/revision.ts'
import { loadSnapshot, type Snapshot } from './store/snapshot.ts'

/** What the rows come to on what is known now; `writePlan` takes both. Rows that cannot be taken are in `refused`. */
export async function decide<S extends State, P extends SuccessionRow>(
  tx: Tx,
  states: readonly S[],
  successions: readonly P[],
): Promise<{ before: Snapshot; decided: Plan<S, P> }> {
  await lockUnits(tx)
  const before = await loadSnapshot(tx)
  const known = knownOf(before)
  return { before, decided: await keepRecords(tx, known, plan(known, states, successions)) }
}

/** Leaves out the rows that would end a unit before records that hang on it. */
async function keepRecords<S extends State, P extends SuccessionRow>(
  tx: Tx,
  known: Known,
  decided: Plan<S, P>,
): Promise<Plan<S, P>> {
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
