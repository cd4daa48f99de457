// Who stood under whom. A file names a parent by its code, which means the unit or units that held it: a child whose
// parent's code passes to a new unit moves under that unit on that day, without a row of its own.

import type { Day } from '#kernel/day.ts'
import type { Span, State } from '../schema.ts'
import type { Identities, Identity } from './identity.ts'
import { common, cut, firstMissing, intersects, join } from './spans.ts'

/** A state, or a part of one, of one unit under one parent. */
export type Placed = State & { unit: Identity; parent: Identity | null }

/** `day` is the first on which nobody held the parent's code in that tree; `held` are the days on which somebody did. */
export type ParentFault = { state: State; code: 'parentAbsent'; day: Day; held: readonly Span[] }
/** The unit would stand, from `day` on, below itself. */
export type CycleFault = { state: State; code: 'cycle'; day: Day }

/** Gives every state its unit and its parent; states whose parent is not there are told and left out. */
export function place(
  states: readonly State[],
  identities: Identities,
): { placed: Placed[]; faults: (ParentFault | CycleFault)[] } {
  const inTree = new Map([...Map.groupBy(states, keyOf)].map(([key, list]) => [key, join(list)] as const))
  const faults: (ParentFault | CycleFault)[] = []
  const placed: Placed[] = []

  for (const state of states) {
    const held = state.parentCode === null ? [state] : (inTree.get(parentKeyOf(state)) ?? [])
    const day = firstMissing(state, held)
    if (day === null) placed.push(...partsOf(state, identities))
    else faults.push({ state, code: 'parentAbsent', day, held })
  }
  return { placed, faults: [...faults, ...cycles(placed)] }
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

function cycles(placed: readonly Placed[]): CycleFault[] {
  const byHierarchy = Map.groupBy(placed, (state) => state.hierarchy)
  return [...byHierarchy.values()].flatMap((states) => {
    const statesOf = Map.groupBy(states, (state) => state.unit)
    return states.flatMap((state) => {
      const day = returnsOn(state, state, state, new Set(), statesOf)
      return day === null ? [] : [{ state, code: 'cycle' as const, day }]
    })
  })
}

/** The first day of `span` on which climbing from `at` comes back to the unit of `start`; null when it never does. */
function returnsOn(
  start: Placed,
  at: Placed,
  span: Span,
  passed: Set<Identity>,
  statesOf: Map<Identity, Placed[]>,
): Day | null {
  if (!at.parent || passed.has(at.parent)) return null
  if (at.parent === start.unit) return span.from

  for (const above of statesOf.get(at.parent) ?? []) {
    const both = common(above, span)
    const day = both && returnsOn(start, above, both, new Set(passed).add(at.parent), statesOf)
    if (day) return day
  }
  return null
}
