// One score, said by whoever may, with the reason that it needs.

import { compareExact, readExact } from '#kernel/exact.ts'
import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import { AuthProblem } from '#platform/http/problems.ts'
import type { Input } from '../api/score-shapes.ts'
import { readAdjustment } from '../rules/adjustment.ts'
import { weigh } from '../rules/cut.ts'
import { sideOf } from '../rules/round-state.ts'
import { refusalOf } from '../rules/sayable.ts'
import type { Stage } from '../schema.ts'
import { type Sayer, type Saying, say } from '../store/said.ts'
import { ScoreProblem } from './problems.ts'
import { type CellView, etagOf, factAt } from './view.ts'

/** Characters of a note; an explanation may be longer. */
const NOTE = 500
const INPUT = 4_000

export type Wanted = { stage: Stage; input: Input; reason: string; note: string; etag?: string | undefined }

/** @throws auth.forbidden, score.notApart, score.notNow, score.survey, score.fed, score.notVerified, score.reviewed */
function mustBeSayable({ can, view, state }: CellView, stage: Stage): void {
  const refusal = refusalOf(stage, can, view.state, state)
  if (refusal === 'forbidden') throw AuthProblem.forbidden()
  if (refusal) throw ScoreProblem[refusal]({ stage, state: view.state.state })
}

/** What is wrong with it, or what is to be said. Whether it may be said at all is `mustBeSayable`'s. */
export function judgeWanted(
  cell: CellView,
  wanted: Wanted,
): { saying: Saying; isCut: boolean } | { faults: Fault[] } {
  const { stage, input, note } = wanted
  const faults: Fault[] = [...inputFaults(cell, stage, input)]
  if (stage !== 'explained' && note.length > NOTE)
    faults.push({ path: 'note', code: 'score.noteLong', details: { most: String(NOTE) } })
  if (stage === 'explained' && note === '') faults.push({ path: 'note', code: 'score.noteMissing' })
  if (faults.length > 0) return { faults }
  const weight = weighed(cell, wanted)
  if (weight.missing)
    return {
      faults: [
        {
          path: weight.missing,
          code: weight.missing === 'reason' ? 'score.reasonMissing' : 'score.changeNote',
        },
      ],
    }
  const { round } = cell.view.ground
  const { isCut, reason } = weight
  const saying = {
    scheme: round.scheme,
    period: round.period,
    unitId: cell.view.subject.unitId,
    criterion: cell.code,
    stage,
    input: JSON.stringify(input),
    reason,
    note,
  }
  return { saying, isCut }
}

function inputFaults({ criterion, view, judged }: CellView, stage: Stage, input: Input): Fault[] {
  const isEmpty = Object.keys(input).length === 0
  if (stage === 'explained' && isEmpty) return []
  const wrong = { path: 'input', code: 'score.input', details: { type: criterion?.rule.type ?? 'adjust' } }
  if (JSON.stringify(input).length > INPUT) return [wrong]
  if (criterion) {
    const scored = judged.score(JSON.stringify(input))
    return scored.kind === 'not-assessed' && scored.why === 'input' ? [wrong] : []
  }
  const asked = readAdjustment(input)
  const { min, max } = view.ground.ready.scheme.adjust!
  if (asked === null) return [wrong]
  const isWithin = compareExact(asked, readExact(min)!) >= 0 && compareExact(asked, readExact(max)!) <= 0
  return isWithin ? [] : [{ path: 'input', code: 'score.adjustRange', details: { min, max } }]
}

/** Only what others say of a unit is weighed against what it says itself. */
function weighed(cell: CellView, { stage, input, reason, note }: Wanted) {
  if (sideOf(stage) === 'unit') return { isCut: false, reason: '', missing: null }
  const { judged, state } = cell
  const counted = judged.counted.stage
  return weigh({
    max: judged.max,
    own: judged.stages.get('self') ?? null,
    before: counted && {
      scored: judged.stages.get(counted)!,
      reason: counted === 'self' ? '' : factAt(cell, counted)!.reason,
    },
    fed: state.isFed ? judged.stages.get('verified')! : null,
    next: judged.score(JSON.stringify(input)),
    reason,
    note,
  })
}

/** Whether something was said of the cell since it was read; without a tag nobody asks. */
export const isStale = (cell: CellView, etag: string | undefined): boolean =>
  etag !== undefined && etag.replace(/^W\//, '') !== etagOf(cell)

/**
 * @returns whether anything changed.
 * @throws what `mustBeSayable` does; score.stale; score.refused with a fault for each member
 */
export async function sayScore(
  tx: Tx,
  cell: CellView,
  wanted: Wanted,
  who: Sayer,
): Promise<{ isNew: boolean; isCut: boolean }> {
  mustBeSayable(cell, wanted.stage)
  if (isStale(cell, wanted.etag)) throw ScoreProblem.stale()
  const judged = judgeWanted(cell, wanted)
  if ('faults' in judged) throw ScoreProblem.refused({ count: String(judged.faults.length) }, judged.faults)
  return { isNew: (await say(tx, [judged.saying], who)) > 0, isCut: judged.isCut }
}
