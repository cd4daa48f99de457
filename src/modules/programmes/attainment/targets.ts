// The targets of a figure at a unit and below it, in the borders that are looked at.

import type { RollupRow } from '#modules/indicators/schema.ts'
import { restateTarget } from '../rules/restate-targets.ts'
import type { Target, TargetKind } from '../schema.ts'
import type { Ground } from './ground.ts'

export type Targets = {
  own: string | null
  of(unit: number): string | null
  kind: TargetKind | null
}

/**
 * @param targets of one indicator, of the unit (`owner`; null: all roots, which have none together) and the units of then.
 * @param rowsThen what those units reported then; null in the borders of then, where targets stand as they were set.
 */
export function targetsOf(
  targets: readonly Target[],
  owner: number | null,
  ground: Ground,
  rowsThen: readonly RollupRow[] | null,
): Targets {
  const byUnit = new Map(targets.map((target) => [target.unitId, target]))
  const setAt = (unit: number) => byUnit.get(unit)?.value ?? null
  const valueThen = new Map((rowsThen ?? []).map((row) => [Number(row.unitId), row.value]))
  const restated = (unit: number) =>
    restateTarget(
      (ground.origins.get(unit) ?? []).map(({ unit: old, share }) => ({
        target: setAt(old),
        value: valueThen.get(old) ?? null,
        share,
      })),
    )
  return {
    own: owner === null ? null : setAt(owner),
    of: rowsThen === null ? setAt : restated,
    kind: targets[0]?.kind ?? null,
  }
}
