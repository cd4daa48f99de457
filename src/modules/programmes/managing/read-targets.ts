// Reading targets: those of named units or of everyone below one, and one target with all its revisions.

import { loadIndicators, readPeriod } from '#modules/indicators/index.ts'
import { listUnitNames, loadTree, placeDay, unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import type { TargetAnswer } from '../api/targets.ts'
import { TargetProblem } from '../problems.ts'
import { listTargetRevisions } from '../store/target-revisions.ts'
import { listTargets } from '../store/targets.ts'

export type TargetsQuery = {
  indicator?: string | undefined
  unit?: string | undefined
  under?: string | undefined
  period: string
}

const listOf = (text: string): string[] => [...new Set(text.split(',').map((part) => part.trim()))]

/**
 * Targets in force, by period, then in the order of the units asked for.
 * @throws target.noUnit, target.unitNotFound, target.indicatorNotFound, period.malformed
 */
export async function readTargets(db: Db, query: TargetsQuery): Promise<TargetAnswer[]> {
  if (!query.unit && !query.under) throw TargetProblem.noUnit()
  const known = await loadIndicators(db)
  const indicatorCodes = query.indicator === undefined ? undefined : listOf(query.indicator)
  const unknown = indicatorCodes?.find((code) => !known.has(code))
  if (unknown !== undefined) throw TargetProblem.indicatorNotFound({ code: unknown })

  const answers: TargetAnswer[] = []
  for (const period of listOf(query.period)) {
    const { endsOn } = readPeriod(period)
    const unitIds = await unitsMeant(db, query, period)
    const targets = await listTargets(db, { unitIds, period, ...(indicatorCodes && { indicatorCodes }) })
    const codeOf = new Map((await listUnitNames(db, unitIds, endsOn)).map(({ id, code }) => [id, code]))
    const place = new Map(unitIds.map((id, at) => [id, at]))
    targets.sort((a, b) => place.get(a.unitId)! - place.get(b.unitId)!)
    for (const { unitId, ...target } of targets)
      answers.push({ ...target, unitId: String(unitId), unitCode: codeOf.get(unitId)! })
  }
  return answers
}

async function unitsMeant(db: Db, { unit, under }: TargetsQuery, period: string): Promise<number[]> {
  const ids = new Set<number>()
  for (const code of unit ? listOf(unit) : []) ids.add((await getUnit(db, code, period)).id)
  for (const code of under ? listOf(under) : []) {
    const top = await getUnit(db, code, period)
    const tree = await loadTree(db, placeDay(top, readPeriod(period).endsOn))
    for (const id of tree.units.has(top.id) ? tree.subtree(top.id) : [top.id]) ids.add(id)
  }
  return [...ids]
}

/** The unit that held a code in a period. @throws target.unitNotFound */
export async function getUnit(db: Db, code: string, period: string) {
  const unit = await unitByCode(db, code, readPeriod(period))
  if (!unit) throw TargetProblem.unitNotFound({ code, period })
  return unit
}

/** Every setting of one target, newest first; none when it was never set. */
export async function readRevisions(db: Db, query: { indicator: string; period: string; unit: string }) {
  const { id } = await getUnit(db, query.unit, query.period)
  const { indicator, period } = query
  const revisions = await listTargetRevisions(db, { indicator, period, unitId: id })
  return {
    revisions: revisions.map(({ actor, at, ...revision }) => ({
      ...revision,
      by: actor,
      at: at.toISOString(),
    })),
  }
}
