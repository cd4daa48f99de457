// Why a unit has its score: areas and criteria whose points add up, what was lost, and what it was a period before.

import type { Db } from '#platform/db/db.ts'
import type { ResultChanges, Why } from '../api/results.ts'
import { changedCriteria, lostOf, sumOf } from '../rules/difference.ts'
import type { Area } from '../schema.ts'
import { countParts, type Means, readMeans } from '../store/result-sums.ts'
import { findPart, listChangedUnits, loadParts, type WholePart } from '../store/results.ts'
import { ResultProblem } from './problems.ts'
import { findBefore, type Published, standingOf, tellLine, tellRow, tellVersion } from './tell.ts'

/** @throws result.unitNotFound */
export async function tellWhy(db: Db, published: Published, code: string): Promise<Why> {
  const { result, ground } = published
  const part = await findPart(db, result.id, code)
  if (!part) throw ResultProblem.unitNotFound({ unit: code })
  const before = await findBefore(db, published)
  const was = before ? (await loadParts(db, before.result.id, [part.unitId])).get(part.unitId) : undefined
  const means = await readMeans(db, result.id)
  const comparable = before && was ? maximaOf(before.ground.ready.scheme.areas, was) : new Map<string, Was>()
  const { areas: _, ...row } = tellRow(part, was)
  const areas = ground.ready.scheme.areas.map((area) => tellArea(area, part, comparable, means))
  return {
    ...row,
    result: await tellLine(db, published),
    version: result.ordinal,
    ranked: (await countParts(db, [result.id])).get(result.id)?.ranked ?? 0,
    lost: sumOf(areas.map(({ lost }) => lost)),
    areas,
  }
}

/** Points of a criterion a period before, and what it could give then. */
type Was = { points: string | null; max: string }
function maximaOf(areas: readonly Area[], part: WholePart): Map<string, Was> {
  const points = new Map(part.criteria.map((one) => [one.code, one.points]))
  return new Map(
    areas.flatMap(({ criteria }) =>
      criteria.map(({ code, max }) => [code, { max, points: points.get(code) ?? null }] as const),
    ),
  )
}

function tellArea(
  { code, name, criteria }: Area,
  part: WholePart,
  before: ReadonlyMap<string, Was>,
  means: Means,
): Why['areas'][number] {
  const judged = new Map(part.criteria.map((one) => [one.code, one]))
  const told = criteria.map((criterion) => {
    const { points, max, stage, why } = judged.get(criterion.code)!
    const was = before.get(criterion.code)
    return {
      code: criterion.code,
      name: criterion.name,
      points,
      max,
      schemeMax: criterion.max,
      lost: lostOf({ points, max }),
      stage,
      why,
      before: was?.max === criterion.max ? was.points : null,
    }
  })
  const { points, max } = part.areas.find((area) => area.code === code)!
  return {
    code,
    name,
    points,
    max,
    lost: sumOf(told.map(({ lost }) => lost)),
    meanPercent: means.areas.get(code) ?? null,
    criteria: told,
  }
}

/** What a result changed against the one before it. @throws result.notFound where it is the first */
export async function tellChanges(db: Db, { ground, results, result }: Published): Promise<ResultChanges> {
  const from = results[result.ordinal - 2]
  if (!from) throw ResultProblem.notFound()
  const ids = await listChangedUnits(db, from.id, result.id)
  const [was, is] = [await loadParts(db, from.id, ids), await loadParts(db, result.id, ids)]
  const names = new Map(
    ground.ready.scheme.areas.flatMap(({ criteria }) => criteria.map(({ code, name }) => [code, name])),
  )
  return {
    from: from.ordinal,
    to: tellVersion(result),
    units: ids.map((id) => {
      const [before, after] = [was.get(id)!, is.get(id)!]
      return {
        unit: { code: after.code, name: after.name },
        before: { ...standingOf(before), class: before.class },
        after: { ...standingOf(after), class: after.class },
        criteria: changedCriteria(before.criteria, after.criteria).map((one) => ({
          ...one,
          name: names.get(one.code) ?? one.code,
        })),
      }
    }),
  }
}
