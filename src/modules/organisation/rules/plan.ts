// From what is known and the rows of the files to what will be known. A row that does not fit is left out and
// told, and the rest is decided again without it, so that the rows that remain always fit together.

import type { State, SuccessionRow, UnitRef } from '../schema.ts'
import { type Identity, identify } from './identity.ts'
import { keepUnits, type Loss } from './keep.ts'
import { type Outcome, overlay, overlaySuccessions, successionKey } from './overlay.ts'
import { type ClimbFault, type ParentFault, type Placed, place } from './place.ts'
import { type CodeFault, type Resolved, resolve, type ShareFault } from './resolve.ts'
import { intersects } from './spans.ts'

export type Known = {
  units: readonly UnitRef[]
  states: readonly State[]
  successions: readonly SuccessionRow[]
}

/** Records of one kind from `loss.from` on hang on the unit, which the row would end before. */
export type RecordFault = { code: 'recordsLeft'; loss: Loss; kind: string; records: readonly string[] }
export type Fault = ParentFault | ClimbFault | CodeFault | ShareFault | RecordFault

/**
 * A row that cannot be taken. `own`: the fault is in what the row says; otherwise in what it would do to
 * others.
 */
export type Refusal<S, P> = { own: boolean; fault: Fault } & ({ state: S } | { succession: P })

export type Plan<S extends State, P extends SuccessionRow> = {
  identities: readonly Identity[]
  placed: readonly Placed[]
  resolved: readonly Resolved[]
  /** The units that go on; an identity without one is new. */
  unitOf: ReadonlyMap<Identity, UnitRef>
  losses: readonly Loss[]
  states: readonly S[]
  successions: readonly P[]
  outcomes: ReadonlyMap<S | P, Outcome>
  refused: readonly Refusal<S, P>[]
}

/** Decides what the known units and the rows come to together. The order of the rows never matters. */
export function plan<S extends State, P extends SuccessionRow>(
  known: Known,
  states: readonly S[],
  successions: readonly P[],
  refused: readonly Refusal<S, P>[] = [],
): Plan<S, P> {
  const laid = overlay(known.states, states)
  const laidSuccessions = overlaySuccessions(known.successions, successions)
  const identities = identify(laid.states, laidSuccessions.successions)
  const { placed, faults } = place(laid.states, identities)
  const { resolved, faults: successionFaults } = resolve(laidSuccessions.successions, identities)

  const found = [...faults, ...successionFaults]
  if (found.length > 0) return without(known, states, successions, refused, found)
  return {
    identities: identities.all,
    placed,
    resolved,
    ...keepUnits(identities, known.units),
    states,
    successions,
    outcomes: new Map<S | P, Outcome>([...laid.outcomes, ...laidSuccessions.outcomes]),
    refused,
  }
}

/** Decides again without the rows that caused `faults`. */
export function without<S extends State, P extends SuccessionRow>(
  known: Known,
  states: readonly S[],
  successions: readonly P[],
  refused: readonly Refusal<S, P>[],
  faults: readonly Fault[],
): Plan<S, P> {
  const found = faults.flatMap(blamer(states, successions))
  // A unit moved under another may take those below it too deep, though neither they nor their parents are in
  // the file.
  const refusals =
    found.length > 0 ? found : states.map((state) => ({ own: false, fault: faults[0]!, state }))
  if (refusals.length === 0) throw new Error(`The stored units contradict themselves: ${faults[0]!.code}`)

  const out = new Set<S | P>(
    refusals.map((refusal) => ('state' in refusal ? refusal.state : refusal.succession)),
  )
  return plan(
    known,
    states.filter((state) => !out.has(state)),
    successions.filter((succession) => !out.has(succession)),
    [...refused, ...refusals],
  )
}

/**
 * Finds the rows behind a fault: the one that is wrong, or the ones that took away what a known row stands
 * on.
 */
function blamer<S extends State, P extends SuccessionRow>(states: readonly S[], successions: readonly P[]) {
  const byCode = Map.groupBy(states, (state) => state.code)
  const byKey = Map.groupBy(successions, successionKey)
  const partings = Map.groupBy(successions, ({ oldCode, date }) => `${oldCode} ${date}`)
  const inState = (fault: Fault, own: boolean, list: readonly S[]): Refusal<S, P>[] =>
    list.map((state) => ({ own, fault, state }))
  const inSuccession = (fault: Fault, own: boolean, list: readonly P[]): Refusal<S, P>[] =>
    list.map((succession) => ({ own, fault, succession }))

  return (fault: Fault): Refusal<S, P>[] => {
    if ('state' in fault) {
      const { state } = fault
      const same = (byCode.get(state.code) ?? []).filter(
        (row) => row.hierarchy === state.hierarchy && intersects(row, state),
      )
      return same.length > 0
        ? inState(fault, true, same)
        : inState(fault, false, byCode.get(state.parentCode ?? '') ?? [])
    }
    if ('succession' in fault) {
      const same = byKey.get(successionKey(fault.succession)) ?? []
      const { oldCode, newCode } = fault.succession
      return same.length > 0
        ? inSuccession(fault, true, same)
        : [oldCode, newCode].flatMap((code) => inState(fault, false, byCode.get(code) ?? []))
    }
    const parted = partings.get(`${fault.loss.unit.code} ${fault.loss.from}`) ?? []
    return parted.length > 0
      ? inSuccession(fault, false, parted)
      : inState(fault, false, byCode.get(fault.loss.unit.code) ?? [])
  }
}
