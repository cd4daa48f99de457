// Which stage the person in front of a cell may say, what it starts from, and what it needs. Pure.

import { readExact } from '#kernel/exact.ts'
import type { Cell, CriterionHead, Input } from '../../../api/score-shapes.ts'
import { isCut, isSameScore } from '../../../rules/cut.ts'
import type { Scored } from '../../../rules/scored.ts'
import { CUT_REASONS, type CutReason, type Stage } from '../../../schema.ts'
import { judgeInput, openInput } from './draft-input.ts'

/** What a new word is laid out from: the word of the stage itself, else of the stages before it, the latest first. */
const FROM: Readonly<Record<Stage, readonly Stage[]>> = {
  self: ['self'],
  verified: ['verified', 'self'],
  explained: ['explained'],
  're-verified': ['re-verified', 'verified', 'self'],
  final: ['final', 're-verified', 'verified', 'self'],
}

const isSaid = ({ input }: { input: Input }) => Object.keys(input).length > 0

/** The input that a stage starts from; undefined: from nothing. */
export function startOf(cell: Cell, stage: Stage): Input | undefined {
  const said = FROM[stage].map((from) => cell.scores.find((score) => score.stage === from))
  return said.find((score) => score !== undefined && isSaid(score))?.input
}

/** The stage that the form is for: where a person may say several, the one that comes last. */
export const stageToSay = (cell: Cell): Stage | null => cell.may.at(-1) ?? null

export type Draft = { input: Input; reason: CutReason | ''; note: string }

/** A reason of the catalogue as it was said; one of an imported file in its own words is none. */
const REASONS: ReadonlySet<string> = new Set(CUT_REASONS)

export function draftOf({ rule, cell }: Pick<CriterionHead, 'rule'> & { cell: Cell }, stage: Stage): Draft {
  const said = cell.scores.find((score) => score.stage === stage)
  const reason = said && REASONS.has(said.reason) ? (said.reason as CutReason) : ''
  const start = startOf(cell, stage)
  // An explanation asks for no points unless somebody enters them
  const input = stage === 'explained' ? (start ?? {}) : openInput(rule, start)
  return { input, reason, note: said?.note ?? '' }
}

/** Nothing was filled in, in no part either. */
export const isBlank = (input: unknown): boolean =>
  typeof input === 'object' && input !== null ? Object.values(input).every(isBlank) : input === ''

/** What a draft is worth, whether it cuts, and what it still needs before it can be said. */
export type Weighing = {
  scored: Scored | null
  isCut: boolean
  needs: 'input' | 'reason' | 'note' | null
}
type Weighed = Pick<CriterionHead, 'rule' | 'max' | 'na'> & { cell: Cell }

export function weighDraft(criterion: Weighed, stage: Stage, { input, reason, note }: Draft): Weighing {
  const scored = judgeInput(criterion, input)
  const told = { scored, isCut: false }
  if (stage === 'explained') {
    if (scored === null && !isBlank(input)) return { ...told, needs: 'input' }
    return { ...told, needs: note.trim() === '' ? 'note' : null }
  }
  if (scored === null) return { ...told, needs: 'input' }
  if (stage === 'self') return { ...told, needs: null }
  const saidAt = (of: Stage) => {
    const score = criterion.cell.scores.find((one) => one.stage === of)
    return score ? judgeInput(criterion, score.input) : null
  }
  const own = saidAt('self')
  const cut = isCut(own, scored, readExact(criterion.max)!)
  const counted = criterion.cell.counted && saidAt(criterion.cell.counted.stage)
  const isKept = counted !== null && isSameScore(counted, scored)
  if (cut && reason === '' && !(isKept && criterion.cell.counted?.stage !== 'self'))
    return { scored, isCut: cut, needs: 'reason' }
  const fed = criterion.cell.scores.some((one) => one.stage === 'verified' && one.source !== null)
  const needsNote = fed && !isKept && reason === '' && note.trim() === ''
  return { scored, isCut: cut, needs: needsNote ? 'note' : null }
}
