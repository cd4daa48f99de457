// Setting targets: all of a call or none. What is in force is changed only with a reason, and never behind the back of
// somebody who saw another value.

import { ensurePeriods, loadIndicators, readPeriod } from '#modules/indicators/index.ts'
import type { Indicator } from '#modules/indicators/schema.ts'
import { loadTree } from '#modules/organisation/index.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { TargetInput } from '../api/targets.ts'
import { TargetProblem } from '../problems.ts'
import { sameValue } from '../rules/cascade.ts'
import type { TargetKind } from '../schema.ts'
import { findTargets, type TargetDraft, writeTargets } from '../store/targets.ts'
import { getUnit } from './read-targets.ts'

type Found = Awaited<ReturnType<typeof findTargets>>[number]
type Change = { given: TargetInput; draft: TargetDraft; before: Found }

/** What was set, for the answer and for the audit. `place` is the lowest unit that holds all of them, if there is one. */
export type TargetsSet = {
  created: number
  changed: number
  unchanged: number
  place: number | null
  details: { indicator: string; unit: string; period: string; before: string | null; after: string | null }[]
}

/** How a target is judged when nobody says. */
export const usualKind = ({ acrossTime }: Pick<Indicator, 'acrossTime'>): TargetKind =>
  acrossTime === 'sum' ? 'cumulative' : 'point-in-time'

/**
 * Sets targets; what is already so is left alone.
 * @throws target.indicatorNotFound, target.unitNotFound, target.repeated, target.stale, target.reasonNeeded
 */
export async function saveTargets(
  tx: Tx,
  given: { targets: readonly TargetInput[]; reason?: string | undefined },
  { actor, at }: { actor: string; at: Date },
): Promise<TargetsSet> {
  const changes = await readChanges(tx, given.targets)
  const isSame = ({ before, draft }: Change) =>
    before ? before.kind === draft.kind && sameValue(before.value, draft.value) : draft.value === null
  const different = changes.filter((change) => !isSame(change))
  refuseUnlessSeen(changes)
  const revised = different.filter(({ before }) => before)
  if (revised.length > 0 && !given.reason)
    throw TargetProblem.reasonNeeded({ count: revised.length }, revised.map(faultOf(changes)))

  await writeTargets(
    tx,
    different.map(({ draft }) => draft),
    { reason: given.reason ?? null, actor, at },
  )
  return {
    created: different.length - revised.length,
    changed: revised.length,
    unchanged: changes.length - different.length,
    place: await placeOf(tx, different),
    details: different.map(({ given: { indicator, unit, period, value }, before }) => ({
      indicator,
      unit,
      period,
      before: before?.value ?? null,
      after: value,
    })),
  }
}

async function readChanges(tx: Tx, targets: readonly TargetInput[]): Promise<Change[]> {
  const indicators = await loadIndicators(tx)
  const periodIds = await ensurePeriods(tx, [
    ...new Set(targets.map(({ period }) => readPeriod(period).code)),
  ])
  const wanted: { given: TargetInput; draft: TargetDraft; kindGiven: boolean }[] = []
  for (const given of targets) {
    const indicator = indicators.get(given.indicator)
    if (!indicator) throw TargetProblem.indicatorNotFound({ code: given.indicator })
    const unit = await getUnit(tx, given.unit, given.period)
    const draft = {
      indicatorId: indicator.id,
      unitId: unit.id,
      periodId: periodIds.get(given.period)!,
      kind: given.kind ?? usualKind(indicator),
      value: given.value,
    }
    wanted.push({ given, draft, kindGiven: given.kind !== undefined })
  }
  refuseRepeated(wanted.map(({ draft }) => draft))
  const found = await findTargets(
    tx,
    wanted.map(({ draft }) => draft),
  )
  return wanted.map(({ given, draft, kindGiven }, at) => {
    const before = found[at]
    const kind = !kindGiven && before ? (before.kind as TargetKind) : draft.kind
    return { given, draft: { ...draft, kind }, before }
  })
}

function refuseRepeated(drafts: readonly TargetDraft[]): void {
  const seen = new Set<string>()
  for (const [at, { indicatorId, unitId, periodId }] of drafts.entries()) {
    const key = `${indicatorId} ${unitId} ${periodId}`
    if (seen.has(key)) throw TargetProblem.repeated({}, [{ path: `targets.${at}`, code: 'target.repeated' }])
    seen.add(key)
  }
}

function refuseUnlessSeen(changes: readonly Change[]): void {
  const stale = changes.filter(
    ({ given, before }) => given.was !== undefined && !sameValue(given.was, before?.value ?? null),
  )
  if (stale.length > 0) throw TargetProblem.stale({ count: stale.length }, stale.map(faultOf(changes)))
}

/** Each cell by its place in the call, with the value that is in force. */
const faultOf =
  (all: readonly Change[]) =>
  (change: Change): Fault => ({
    path: `targets.${all.indexOf(change)}`,
    code: 'target.inForce',
    details: { unit: change.given.unit, value: change.before?.value ?? 'none' },
  })

async function placeOf(tx: Tx, changes: readonly Change[]): Promise<number | null> {
  const [first] = changes
  if (!first) return null
  const tree = await loadTree(tx, readPeriod(first.given.period).endsOn)
  const ids = [...new Set(changes.map(({ draft }) => draft.unitId))]
  return ids.every((id) => tree.units.has(id)) ? tree.lowestCommon(ids) : first.draft.unitId
}
