// From what is known of each subject to points, index, class and rank (`domain.md` §1.3). Pure: the same inputs and the
// same scheme give the same answer to the byte, in whatever order they come.

import { compareExact, type Exact, exactText, isZero, plus, readExact, ZERO } from '#kernel/exact.ts'
import { ADJUSTMENT, type Claim, type Scheme, type Stage } from '../schema.ts'
import { adjustmentOf } from './adjustment.ts'
import { countedClaims } from './counted.ts'
import { indexOf, type Judged, judge, type PreparedArea, prepare, total } from './judge.ts'
import { rankAll } from './rank.ts'

export type CriterionResult = {
  code: string
  /** Null: not assessed, or out of the maximum (then `max` is 0). */
  points: string | null
  max: string
  stage: Stage | null
  why: string
}
export type AreaResult = { code: string; points: string | null; max: string }
/** One subject's: a unit by its code. Points and maxima as text, 10 places at most. */
export type Result = {
  unitCode: string
  points: string | null
  max: string
  indexPercent: string | null
  rank: number | null
  class: string | null
  complete: boolean
  adjusted: string
  areas: AreaResult[]
  criteria: CriterionResult[]
}

/** Scores and ranks all subjects as one comparison group. */
export function assess(scheme: Scheme, subjects: ReadonlyMap<string, readonly Claim[]>): Result[] {
  const areas = prepare(scheme)
  const scored = [...subjects].map(([unitCode, claims]) => scoreOne(scheme, areas, unitCode, claims))
  const ranks = rankAll(scored, scheme.ties)
  return scored
    .map((one, n) => tell(one, ranks[n]!))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.unitCode < b.unitCode ? -1 : 1))
}

/** `sum` is of what is known; `points` null while a criterion of it is open. */
type JudgedArea = { code: string; sum: Exact; points: Exact | null; max: Exact; criteria: Judged[] }
export type ScoredOne = {
  unitCode: string
  /** Of a criterion or an area: what ties are told apart by. */
  pointsOf(code: string): Exact
  points: Exact
  max: Exact
  adjusted: Exact
  index: string | null
  label: string | null
  isComplete: boolean
  areas: JudgedArea[]
}

function scoreOne(
  scheme: Scheme,
  prepared: readonly PreparedArea[],
  unitCode: string,
  claims: readonly Claim[],
): ScoredOne {
  const counted = countedClaims(claims)
  const areas = prepared.map(({ code, criteria }) => {
    const judged = criteria.map((one) => judge(one, counted.get(one.code), scheme.rebase))
    const sum = total(judged.map(({ points }) => points ?? ZERO))
    const points = judged.some(({ isOpen }) => isOpen) ? null : sum
    return { code, sum, points, max: total(judged.map(({ max }) => max)), criteria: judged }
  })
  const adjusted = adjustmentOf(scheme.adjust ?? null, counted.get(ADJUSTMENT)?.input)
  const points = plus(total(areas.map(({ sum }) => sum)), adjusted)
  const max = total(areas.map((area) => area.max))
  const isComplete = areas.every(({ points }) => points !== null) && !isZero(max)
  const index = isComplete ? indexOf(points, max, Number(scheme.roundDecimals)) : null
  return {
    unitCode,
    pointsOf: (code) => pointsOf(areas, code),
    points,
    max,
    adjusted,
    index,
    label: index === null ? null : classOf(scheme, index),
    isComplete,
    areas,
  }
}

function pointsOf(areas: readonly JudgedArea[], code: string): Exact {
  const all = [...areas, ...areas.flatMap(({ criteria }) => criteria)]
  return all.find((one) => one.code === code)?.points ?? ZERO
}

function classOf({ classes }: Scheme, index: string): string | null {
  const value = readExact(index)!
  const reached = classes.filter(({ from }) => compareExact(value, readExact(from)!) >= 0)
  const best = reached.toSorted((a, b) => compareExact(readExact(b.from)!, readExact(a.from)!))[0]
  return best?.label ?? null
}

/** Most points and maxima are the same few of the scheme: each is written out once. */
const written = new WeakMap<Exact, string>()
const textOf = (points: Exact): string => written.getOrInsertComputed(points, exactText)
const text = (points: Exact | null): string | null => (points === null ? null : textOf(points))

const tell = (one: ScoredOne, rank: number | null): Result => ({
  unitCode: one.unitCode,
  points: textOf(one.points),
  max: textOf(one.max),
  indexPercent: one.index,
  rank,
  class: one.label,
  complete: one.isComplete,
  adjusted: textOf(one.adjusted),
  areas: one.areas.map(({ code, points, max }) => ({ code, points: text(points), max: textOf(max) })),
  criteria: one.areas.flatMap(({ criteria }) =>
    criteria.map(({ code, points, max, stage, why }) => ({
      code,
      points: text(points),
      max: textOf(max),
      stage,
      why,
    })),
  ),
})
