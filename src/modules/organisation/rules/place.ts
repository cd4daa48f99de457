// Who stood under whom. A file names a parent by its code, which means the unit or units that held it: a
// child whose parent's code passes to a new unit moves under that unit on that day, without a row of its own.

import type { Day } from '#kernel/day.ts'
import type { Span, State } from '../schema.ts'
import type { Identities, Identity } from './identity.ts'
import { common, cut, firstMissing, intersects, join } from './spans.ts'

/** A state, or a part of one, of one unit under one parent. */
export type Placed = State & { unit: Identity; parent: Identity | null }

/**
 * `day` is the first on which nobody held the parent's code in that tree; `held` are the days on which
 * somebody did.
 */
export type ParentFault = { state: State; code: 'parentAbsent'; day: Day; held: readonly Span[] }
/** From `day` on the unit would stand below itself, or below more units than any tree has. */
export type ClimbFault = { state: State; code: 'cycle' | 'tooDeep'; day: Day }

/** Village, commune, district, province: no real tree comes near. A wrong file is not climbed for ever. */
export const MAX_DEPTH = 30

/** Gives every state its unit and its parent; states whose parent is not there are told and left out. */
export function place(
  states: readonly State[],
  identities: Identities,
): { placed: Placed[]; faults: (ParentFault | ClimbFault)[] } {
  const inTree = new Map([...Map.groupBy(states, keyOf)].map(([key, list]) => [key, join(list)] as const))
  const faults: (ParentFault | ClimbFault)[] = []
  const placed: Placed[] = []

  for (const state of states) {
    const held = state.parentCode === null ? [state] : (inTree.get(parentKeyOf(state)) ?? [])
    const day = firstMissing(state, held)
    if (day === null) placed.push(...partsOf(state, identities))
    else faults.push({ state, code: 'parentAbsent', day, held })
  }
  return { placed, faults: [...faults, ...climbFaults(placed)] }
}

const keyOf = (state: State) => `${state.hierarchy} ${state.code}`
const parentKeyOf = (state: State) => `${state.hierarchy} ${state.parentCode}`

function partsOf(state: State, identities: Identities): Placed[] {
  const own = identities.of(state.code)
  const parents = state.parentCode === null ? [] : identities.of(state.parentCode)
  if (own.length === 1 && parents.length <= 1)
    return [{ ...state, unit: own[0]!, parent: parents[0] ?? null }]

  return cut(
    state,
    [...own, ...parents].map((identity) => identity.from),
  ).map((span) => ({
    ...state,
    ...span,
    unit: own.find((identity) => intersects(identity, span))!,
    parent: parents.find((identity) => intersects(identity, span)) ?? null,
  }))
}

function climbFaults(placed: readonly Placed[]): ClimbFault[] {
  const byHierarchy = Map.groupBy(placed, (state) => state.hierarchy)
  return [...byHierarchy.values()].flatMap((states) => {
    const statesOf = Map.groupBy(states, (state) => state.unit)
    return states.flatMap((state) => climb(state, state, state, [state.unit], statesOf) ?? [])
  })
}

/**
 * What is wrong above `start` on days of `span`, on which `passed` stand above each other; null when nothing
 * is.
 */
function climb(
  start: Placed,
  at: Placed,
  span: Span,
  passed: readonly Identity[],
  statesOf: Map<Identity, Placed[]>,
): ClimbFault | null {
  const parent = at.parent
  if (!parent) return null
  if (parent === start.unit) return { state: start, code: 'cycle', day: span.from }
  // A circle that `start` hangs below is told of those who stand in it.
  if (passed.includes(parent)) return null
  if (passed.length > MAX_DEPTH) return { state: start, code: 'tooDeep', day: span.from }

  for (const above of statesOf.get(parent) ?? []) {
    const both = common(above, span)
    const fault = both && climb(start, above, both, [...passed, parent], statesOf)
    if (fault) return fault
  }
  return null
}
