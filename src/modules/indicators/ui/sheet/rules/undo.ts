import type { Change } from './draft.ts'
import type { Spot } from './move.ts'

/** One cell of a step: what was said of it before and after. */
export type CellStep = Spot & { before: Change; after: Change }
/** What one keystroke or one paste did. */
export type Step = readonly CellStep[]
export type Past = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const NO_PAST: Past = { done: [], undone: [] }
const KEPT = 200

/** A new step makes what was undone before it unreachable. */
export const did = (past: Past, step: Step): Past =>
  step.length === 0 ? past : { done: [...past.done, step].slice(-KEPT), undone: [] }

/** The step to take back, and the past without it; null when there is none. */
export function undo({ done, undone }: Past): { step: Step; past: Past } | null {
  const last = done.at(-1)
  return last ? { step: backwards(last), past: { done: done.slice(0, -1), undone: [...undone, last] } } : null
}

export function redo({ done, undone }: Past): { step: Step; past: Past } | null {
  const last = undone.at(-1)
  return last ? { step: last, past: { done: [...done, last], undone: undone.slice(0, -1) } } : null
}

const backwards = (step: Step): Step =>
  step.toReversed().map(({ before, after, ...spot }) => ({ ...spot, before: after, after: before }))
