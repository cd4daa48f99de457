// One target and its parts: whether what was given out comes to the whole, and what each part had and did before.

import type { Period } from '#kernel/period.ts'
import { periodBefore } from '#kernel/period-before.ts'
import { loadIndicators, readPeriod, rollup } from '#modules/indicators/index.ts'
import { loadTree, placeDay, type Tree, type UnitState } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { CascadeRow } from '../api/targets.ts'
import { TargetProblem } from '../problems.ts'
import { judgeCascade } from '../rules/cascade.ts'
import type { Target } from '../schema.ts'
import { countRevisions } from '../store/target-revisions.ts'
import { listTargets } from '../store/targets.ts'
import { getUnit } from './read-targets.ts'
import { usualKind } from './set-targets.ts'

type Asked = { indicator: string; period: string; unit: string }
/** Whether the reader may set a target at that unit. */
type MaySet = (unitId: number) => Promise<boolean>

/**
 * The target of a unit, those of its children in the tree of the period's last day, and what each level below comes
 * to.
 * @throws target.indicatorNotFound, target.unitNotFound, period.malformed
 */
export async function tellCascade(db: Db, asked: Asked, maySet: MaySet, today: string) {
  const indicator = (await loadIndicators(db)).get(asked.indicator)
  if (!indicator) throw TargetProblem.indicatorNotFound({ code: asked.indicator })
  const period = readPeriod(asked.period)
  const unit = await getUnit(db, asked.unit, asked.period)
  const tree = await loadTree(db, placeDay(unit, period.endsOn))
  const settable = await settableOf([unit.id, ...tree.children(unit.id)], maySet)
  const rowOf = await rowsOf(db, tree, unit.id, period, asked.indicator, settable, today)

  const additive = indicator.acrossUnits === 'sum' && indicator.formula === null
  const whole = rowOf(unit.id)
  const parts = tree.children(unit.id).map(rowOf)
  const below = tree.subtree(unit.id).slice(1)
  const byLevel = Map.groupBy(below, (id) => tree.level(id) - tree.level(unit.id))
  const { code, name, nameEn, unitOfMeasure } = indicator
  const valuesOf = (rows: readonly CascadeRow[]) => rows.map((row) => row.value)
  return {
    indicator: { code, name, nameEn, unitOfMeasure, additive, usualKind: usualKind(indicator) },
    period: period.code,
    previousPeriod: periodBefore(period),
    whole,
    parts,
    check: judgeCascade(whole.value, valuesOf(parts), additive),
    levels: [...byLevel].map(([level, ids]) => ({
      level,
      ...judgeCascade(whole.value, valuesOf(ids.map(rowOf)), additive),
    })),
  }
}

/** A permission reaches down: whoever may set the whole may set its parts. */
async function settableOf([whole, ...parts]: number[], maySet: MaySet): Promise<Set<number>> {
  if (await maySet(whole!)) return new Set([whole!, ...parts])
  const settable = new Set<number>()
  for (const part of parts) if (await maySet(part)) settable.add(part)
  return settable
}

/** Makes the row of any unit of the subtree; all that the rows need is read at once. */
async function rowsOf(
  db: Db,
  tree: Tree,
  top: number,
  { code: period }: Period,
  indicator: string,
  settable: ReadonlySet<number>,
  today: string,
): Promise<(id: number) => CascadeRow> {
  const unitIds = tree.subtree(top)
  const read = async (code: string | null) =>
    code === null ? [] : listTargets(db, { unitIds, period: code, indicatorCodes: [indicator] })
  const byUnit = (targets: Target[]) => new Map(targets.map((target) => [target.unitId, target]))
  const previous = periodBefore(readPeriod(period))
  const now = byUnit(await read(period))
  const before = byUnit(await read(previous))
  const actual = previous === null ? new Map() : await actualsOf(db, tree, top, indicator, previous, today)
  const revisions = await countRevisions(db, { indicator, period, unitIds })
  return (id) => ({
    unit: named(tree.units.get(id)!),
    value: now.get(id)?.value ?? null,
    kind: now.get(id)?.kind ?? null,
    revisions: revisions.get(id) ?? 0,
    previousTarget: before.get(id)?.value ?? null,
    previousActual: actual.get(id) ?? null,
    hasParts: !tree.isLeaf(id),
    maySet: settable.has(id),
  })
}

/** Approved values of the unit and its children in another period, in the borders of the tree's day. */
async function actualsOf(
  db: Db,
  tree: Tree,
  top: number,
  indicator: string,
  period: string,
  today: string,
): Promise<Map<number, string | null>> {
  const units = [tree.units.get(top)!.code]
  const rows = []
  for (const level of ['self', 'children'] as const)
    rows.push(
      ...(await rollup(db, {
        indicators: [indicator],
        periods: [period],
        units,
        level,
        borders: tree.on,
        state: 'approved',
        today,
      })),
    )
  return new Map(rows.map((row) => [Number(row.unitId), row.value]))
}

const named = ({ id, code, name, kind }: UnitState) => ({ id: String(id), code, name, kind })
