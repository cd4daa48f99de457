// The sheet of one subject: what each stage gives for each criterion, sums of stages, what is missing. Pure; the same
// judging as that of a whole assessment (`judge.ts`).

import { type Exact, exactText, isZero, plus, ZERO } from '#kernel/exact.ts'
import type { Sum, Sums, Totals } from '../api/score-shapes.ts'
import { ADJUSTMENT, type Scheme, type Stage } from '../schema.ts'
import { adjustmentOf } from './adjustment.ts'
import { countedClaims } from './counted.ts'
import { indexOf, type Judged, judge, type Prepared, type PreparedArea, prepare, total } from './judge.ts'
import type { Scored } from './scored.ts'

/** A scheme made ready to judge sheets; made once for each version. */
export type ReadyScheme = {
  scheme: Scheme
  areas: PreparedArea[]
  /** Bonus and penalty, as the scheme bounds them; null: it has none. */
  adjustment: Prepared | null
  criterionOf: ReadonlyMap<
    string,
    {
      area: Scheme['areas'][number]
      criterion: Scheme['areas'][number]['criteria'][number]
      prepared: Prepared
    }
  >
}

export function readyScheme(scheme: Scheme): ReadyScheme {
  const areas = prepare(scheme)
  const entries = scheme.areas.flatMap((area, a) =>
    area.criteria.map((criterion, c) => {
      const prepared = areas[a]!.criteria[c]!
      return [criterion.code, { area, criterion, prepared }] as const
    }),
  )
  return { scheme, areas, adjustment: adjustmentIn(scheme), criterionOf: new Map(entries) }
}

function adjustmentIn({ adjust }: Scheme): Prepared | null {
  if (!adjust) return null
  const score = (input: string): Scored => ({
    kind: 'scored',
    points: adjustmentOf(adjust, input),
    max: ZERO,
    why: '',
  })
  return { code: ADJUSTMENT, max: ZERO, isSurvey: false, score }
}

/** What is said of a subject: at most one of each criterion and stage. */
export type SaidOnce = { criterion: string; stage: Stage; input: string }
/** A criterion with what each stage gives. */
export type JudgedCell = {
  code: string
  isSurvey: boolean
  max: Exact
  stages: ReadonlyMap<Stage, Scored>
  /** What a further input would give. */
  score: (input: string) => Scored
  counted: Judged
}
export type JudgedSheet = {
  areas: { code: string; cells: JudgedCell[]; sums: Sums }[]
  adjusted: Exact
  totals: Totals
}

/** @param isHidden the unit's own scores are not told: `said` must not hold them either. */
export function judgeSheet(ready: ReadyScheme, said: readonly SaidOnce[], isHidden = false): JudgedSheet {
  const byCriterion = Map.groupBy(said, ({ criterion }) => criterion)
  const { rebase, adjust, roundDecimals } = ready.scheme
  const areas = ready.areas.map(({ code, criteria }) => {
    const cells = criteria.map((one) => judgeCell(one, byCriterion.get(one.code) ?? [], rebase))
    return { code, cells, sums: sumsOf(cells, isHidden) }
  })
  const cells = areas.flatMap((area) => area.cells)
  const adjustment = countedClaims(byCriterion.get(ADJUSTMENT) ?? []).get(ADJUSTMENT)
  const adjusted = adjustmentOf(adjust ?? null, adjustment?.input)
  const max = total(cells.map(({ counted }) => counted.max))
  const points = plus(total(cells.map(({ counted }) => counted.points ?? ZERO)), adjusted)
  const isComplete = cells.every(({ counted }) => !counted.isOpen) && !isZero(max)
  const indexPercent = isComplete ? indexOf(points, max, Number(roundDecimals)) : null
  const sums = sumsOf(cells, isHidden)
  const counted = { ...sums.counted, points: exactText(points) }
  return { areas, adjusted, totals: { ...sums, counted, adjusted: exactText(adjusted), indexPercent } }
}

/** @param said of this criterion alone */
export function judgeCell(prepared: Prepared, said: readonly SaidOnce[], rebase: boolean): JudgedCell {
  const { code, isSurvey, max, score } = prepared
  const stages = new Map(said.map(({ stage, input }) => [stage, score(input)]))
  return {
    code,
    isSurvey,
    max,
    stages,
    score,
    counted: judge(prepared, countedClaims(said).get(code), rebase),
  }
}

function sumsOf(cells: readonly JudgedCell[], isHidden: boolean): Sums {
  const scored = cells.filter(({ isSurvey }) => !isSurvey)
  const at = (stage: Stage): Sum =>
    sum(scored.map(({ stages, max }) => shareOf(stages.get(stage) ?? null, max)))
  return {
    self: isHidden ? null : at('self'),
    verified: at('verified'),
    reVerified: at('re-verified'),
    final: at('final'),
    survey: sum(cells.filter(({ isSurvey }) => isSurvey).map(({ counted }) => countedShare(counted))),
    counted: sum(cells.map(({ counted }) => countedShare(counted))),
  }
}

type Share = { points: Exact; max: Exact; isSaid: boolean }

function shareOf(scored: Scored | null, max: Exact): Share {
  if (scored === null || scored.kind === 'not-assessed') return { points: ZERO, max, isSaid: false }
  if (scored.kind === 'left-out') return { points: ZERO, max: ZERO, isSaid: true }
  return { points: scored.points, max: scored.max, isSaid: true }
}

const countedShare = ({ points, max, isOpen }: Judged): Share => ({
  points: points ?? ZERO,
  max,
  isSaid: !isOpen,
})

const sum = (shares: readonly Share[]): Sum => ({
  points: exactText(total(shares.map(({ points }) => points))),
  max: exactText(total(shares.map(({ max }) => max))),
  said: shares.filter(({ isSaid }) => isSaid).length,
  of: shares.length,
})
