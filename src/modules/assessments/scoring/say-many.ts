// Many cells verified, or decided, in one act: all or none.

import type { Tx } from '#platform/db/db.ts'
import type { Fault } from '#platform/http/problem.ts'
import type { CellRef, Input } from '../api/score-shapes.ts'
import type { Take } from '../api/scoring.ts'
import { verifiedIn } from '../rules/round-state.ts'
import { refusalOf } from '../rules/sayable.ts'
import type { Stage } from '../schema.ts'
import { type Sayer, type Saying, say } from '../store/said.ts'
import type { Fact } from '../store/said-reading.ts'
import type { Taken } from './asking.ts'
import { ScoreProblem } from './problems.ts'
import { isStale, judgeWanted } from './say-score.ts'
import { type CellView, cellOf, factAt, type View, viewsOf } from './view.ts'

/** What was said, and of which unit's code, for the audit. */
export type SaidMany = { said: (Saying & { unit: string })[]; count: number }

type Against = Omit<Fault, 'path'>

/** What stands against a stage of a cell before anything is said: the state, the right, a later score. */
function against(cell: CellView, stage: Stage, etag: string | undefined): Against | null {
  const refusal = refusalOf(stage, cell.can, cell.view.state, cell.state)
  const { state } = cell.view.state
  const details = { unit: cell.view.subject.code, criterion: cell.code, stage, state }
  if (refusal) return { code: refusal === 'forbidden' ? 'auth.forbidden' : `score.${refusal}`, details }
  return isStale(cell, etag) ? { code: 'score.stale', details } : null
}

/** The score that is taken over; undefined: there is none. */
function takenFrom(cell: CellView, take: Take): Fact | undefined {
  if (take !== 'explained') return factAt(cell, take)
  const asked = factAt(cell, 'explained')
  return asked && Object.keys(JSON.parse(asked.input) as Input).length > 0 ? asked : factAt(cell, 'self')
}

/**
 * Verifies cells by what was said of them before.
 *
 * @throws score.notNow, score.criterionNotFound, score.refused with a fault for each cell
 */
export async function verifyMany(
  tx: Tx,
  { ground, rights, subjects }: Taken,
  { cells, take }: { cells: readonly CellRef[]; take: Take },
  who: Sayer,
): Promise<SaidMany & { stage: Stage; views: View[] }> {
  const stage = verifiedIn(ground.round.state)
  if (!stage) throw ScoreProblem.notNow({ stage: 'verified', state: ground.round.state })
  const codes = [...new Set(cells.map(({ criterion }) => criterion))]
  const look = () => viewsOf(tx, ground, subjects, rights, codes)
  const viewOf = new Map((await look()).map((view) => [view.subject.code, view]))
  const faults: Fault[] = []
  const said = new Map<string, SaidMany['said'][number]>()
  for (const [n, { unit, criterion, etag }] of cells.entries()) {
    const cell = cellOf(viewOf.get(unit)!, criterion)
    const judged = judgeTaken(cell, stage, takenFrom(cell, take), etag)
    if ('code' in judged) faults.push({ path: `cells.${n}`, ...judged })
    else said.set(`${unit} ${criterion}`, { ...judged, unit })
  }
  if (faults.length > 0) throw ScoreProblem.refused({ count: String(faults.length) }, faults)
  const count = await say(tx, [...said.values()], who)
  return { stage, said: [...said.values()], count, views: await look() }
}

/** What is to be said, or what stands against it. */
function judgeTaken(
  cell: CellView,
  stage: Stage,
  taken: Fact | undefined,
  etag: string | undefined,
): Saying | Against {
  const refused = against(cell, stage, etag)
  if (refused) return refused
  if (!taken) return { code: 'score.nothingToTake' }
  const input = JSON.parse(taken.input) as Input
  const judged = judgeWanted(cell, { stage, input, reason: '', note: '' })
  if (!('faults' in judged)) return judged.saying
  const { code, details = {} } = judged.faults[0]!
  return { code, details }
}

export type Decided = SaidMany & {
  /** Criteria that nobody assessed. */
  open: number
}
/**
 * Takes over as final what counts of whole units or of cells; surveys stay what their answers made them, and what is
 * final already stays.
 *
 * @throws score.criterionNotFound, score.refused with a fault for each unit or cell
 */
export async function decideMany(
  tx: Tx,
  { ground, rights, subjects }: Taken,
  { units, cells }: { units: readonly string[]; cells: readonly CellRef[] },
  who: Sayer,
): Promise<Decided> {
  const views = await viewsOf(tx, ground, subjects, rights)
  const viewOf = new Map(views.map((view) => [view.subject.code, view]))
  const all = [...ground.ready.criterionOf].filter(([, { prepared }]) => !prepared.isSurvey)
  const wanted: (CellRef & { path: string })[] = [
    ...units.flatMap((unit, n) => all.map(([criterion]) => ({ unit, criterion, path: `units.${n}` }))),
    ...cells.map((cell, n) => ({ ...cell, path: `cells.${n}` })),
  ]
  const faults = new Map<string, Fault>()
  const said = new Map<string, SaidMany['said'][number]>()
  let open = 0
  for (const { unit, criterion, etag, path } of wanted) {
    const cell = cellOf(viewOf.get(unit)!, criterion)
    const refused = against(cell, 'final', etag)
    const counted = cell.judged.counted.stage
    if (refused) faults.set(path, { path, ...refused })
    else if (counted === null) open += 1
    else if (counted !== 'final') said.set(`${unit} ${criterion}`, { ...asFinal(cell, counted), unit })
  }
  if (faults.size > 0) throw ScoreProblem.refused({ count: String(faults.size) }, [...faults.values()])
  return { said: [...said.values()], open, count: await say(tx, [...said.values()], who) }
}

function asFinal({ code, view, ...cell }: CellView, counted: Stage): Saying {
  const { input, reason } = factAt(cell, counted)!
  const { scheme, period } = view.ground.round
  const { unitId } = view.subject
  const kept = counted === 'self' ? '' : reason
  return { scheme, period, unitId, criterion: code, stage: 'final', input, reason: kept, note: '' }
}
