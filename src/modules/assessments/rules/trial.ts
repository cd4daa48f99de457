// Two results of the same scores side by side: by the scheme of then, and by a draft.

import type { Trial, TrialResult } from '../api/schemes.ts'
import type { Claim, Criterion, Scheme } from '../schema.ts'
import type { Result } from './assess.ts'
import { countedClaims } from './counted.ts'
import { prepare } from './judge.ts'

type Named = Pick<Criterion, 'code' | 'name'>

/**
 * The draft without criteria for which nothing that was said fits the rule: a new criterion, or one that is counted in
 * another way, has no past to be tried on.
 */
export function saidOf(
  scheme: Scheme,
  claims: ReadonlyMap<string, readonly Claim[]>,
): { tried: Scheme; leftOut: Named[] } {
  const said = [...claims.values()].map(countedClaims)
  const scorers = prepare(scheme).flatMap(({ criteria }) => criteria)
  const fitting = scorers.filter(({ code, score }) =>
    said.some((counted) => {
      const claim = counted.get(code)
      return claim !== undefined && score(claim.input).kind !== 'not-assessed'
    }),
  )
  const known = new Set(fitting.map(({ code }) => code))
  const areas = scheme.areas.map((area) => ({
    ...area,
    criteria: area.criteria.filter(({ code }) => known.has(code)),
  }))
  const leftOut = scheme.areas.flatMap(({ criteria }) => criteria).filter(({ code }) => !known.has(code))
  return { tried: { ...scheme, areas }, leftOut: leftOut.map(({ code, name }) => ({ code, name })) }
}

type Both = { scheme: Scheme; before: readonly Result[]; after: readonly Result[] }

/** @param names of units by code; `rows` are the first `limit` by the new ranks. */
export function compareTrial(
  { scheme, before, after }: Both,
  names: ReadonlyMap<string, string>,
  limit: number,
): Pick<Trial, 'units' | 'rows' | 'moved' | 'criteria'> {
  const old = new Map(before.map((result) => [result.unitCode, result]))
  const pairs = after.map((result) => ({ before: old.get(result.unitCode) ?? null, after: result }))
  const moves = Object.groupBy(pairs, moveOf)
  return {
    units: pairs.length,
    rows: pairs.slice(0, limit).map((pair) => ({
      unit: { code: pair.after.unitCode, name: names.get(pair.after.unitCode) ?? pair.after.unitCode },
      before: pair.before && tell(pair.before),
      after: tell(pair.after),
    })),
    moved: {
      up: moves.up?.length ?? 0,
      down: moves.down?.length ?? 0,
      same: moves.same?.length ?? 0,
      incomplete: moves.incomplete?.length ?? 0,
    },
    criteria: criteriaOf(scheme, pairs),
  }
}

type Pair = { before: Result | null; after: Result }

function moveOf({ before, after }: Pair): keyof Trial['moved'] {
  const [was, is] = [before?.rank ?? null, after.rank]
  if (was === null || is === null) return 'incomplete'
  return is < was ? 'up' : is > was ? 'down' : 'same'
}

const tell = ({ points, max, indexPercent, rank, class: label }: Result): TrialResult => ({
  points,
  max,
  indexPercent,
  rank,
  class: label,
})

/** Those by which anything is otherwise, in the order of the scheme. */
function criteriaOf(scheme: Scheme, pairs: readonly Pair[]): Trial['criteria'] {
  const counted = new Map<string, { changed: number; notAssessed: number }>()
  for (const { before, after } of pairs) {
    const was = new Map(before?.criteria.map((one) => [one.code, one.points]))
    for (const { code, points, max } of after.criteria) {
      const count = counted.getOrInsertComputed(code, () => ({ changed: 0, notAssessed: 0 }))
      const old = was.get(code)
      if (old !== undefined && old !== points) count.changed += 1
      if (points === null && max !== '0') count.notAssessed += 1
    }
  }
  return scheme.areas
    .flatMap(({ criteria }) => criteria)
    .map(({ code, name }) => ({ code, name, changed: 0, notAssessed: 0, ...counted.get(code) }))
    .filter(({ changed, notAssessed }) => changed + notAssessed > 0)
}
