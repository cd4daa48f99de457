// A change of units as an office decides it, turned into the rows that files of units and successions would bring: both
// ways then go through the same plan, with the same refusals.

import type { State, SuccessionRow } from '../schema.ts'
import {
  type Book,
  type Change,
  type ChangeKind,
  type ChangeOrder,
  endedBy,
  openBook,
} from './change-book.ts'
import { endings, followers, keyOf, links, moved, standings } from './change-rows.ts'
import { overlaps, successionKey } from './overlay.ts'
import { dayBefore } from './spans.ts'

/** `row` is the place of the change in its order, from 0. */
export type ChangeFault = { row: number; code: ChangeFaultCode; details: Record<string, string> }
export type ChangeFaultCode =
  | 'change.codeAbsent'
  | 'change.codeHeld'
  | 'change.laterKnown'
  | 'change.nameMissing'
  | 'change.shape'
  | 'change.twice'
  | 'change.nothing'

export type Expanded = {
  states: (State & { row: number })[]
  successions: (SuccessionRow & { row: number })[]
  faults: ChangeFault[]
}

/** How many predecessors and successors a kind takes: least and most. */
const SHAPES: Record<ChangeKind, { from: readonly [number, number]; into: readonly [number, number] }> = {
  create: { from: [0, 0], into: [1, 500] },
  merge: { from: [2, 500], into: [1, 500] },
  absorb: { from: [1, 500], into: [1, 1] },
  split: { from: [1, 1], into: [2, 500] },
  transfer: { from: [1, 1], into: [1, 500] },
  rename: { from: [1, 1], into: [1, 1] },
  retype: { from: [1, 1], into: [1, 1] },
  reparent: { from: [1, 1], into: [1, 1] },
  abolish: { from: [1, 500], into: [0, 0] },
}

/** The rows of an order, and what in it contradicts what is known. @param known states of all trees. */
export function expandChanges(known: readonly State[], order: ChangeOrder): Expanded {
  const shapeFaults = order.changes.flatMap((change, row) => faultOfShape(change, row))
  if (shapeFaults.length > 0) return { states: [], successions: [], faults: shapeFaults }
  const book = openBook(known, order)
  const faults = order.changes.flatMap((change, row) => faultsOf(change, row, book))
  if (faults.length > 0) return { states: [], successions: [], faults }

  const explicit = order.changes.flatMap((change, row) => [
    ...endings(change, row, book),
    ...change.successors.flatMap((successor) => standings(change, successor, row, book)),
    ...change.moves.flatMap((move) => moved(move, row, book)),
  ])
  const told = new Set(explicit.filter(({ to }) => to >= order.date).map(keyOf))
  const following = order.changes.flatMap((change, row) => followers(change, row, book, told))
  const states = [...explicit, ...following]
  const successions = order.changes.flatMap((change, row) => links(change, row, book))
  return { states, successions, faults: repeated(states, successions) }
}

/** Two changes of one order that speak of the same unit or of the same passing: each is told with the second. */
function repeated(states: Expanded['states'], successions: Expanded['successions']): ChangeFault[] {
  const ofStates = overlaps(states).map(({ second }) => ({ row: second.row, code: second.code }))
  const links = [...Map.groupBy(successions, successionKey).values()].filter((list) => list.length > 1)
  const ofLinks = links.map((list) => ({ row: list[1]!.row, code: list[1]!.oldCode }))
  return [...ofStates, ...ofLinks].map(({ row, code }) => ({ row, code: 'change.twice', details: { code } }))
}

function faultOfShape({ kind, predecessors, successors }: Change, row: number): ChangeFault[] {
  const { from, into } = SHAPES[kind]
  const fits = (n: number, [least, most]: readonly [number, number]) => least <= n && n <= most
  const isUnique = (codes: readonly string[]) => new Set(codes).size === codes.length
  const isFit =
    fits(predecessors.length, from) &&
    fits(successors.length, into) &&
    isUnique(predecessors) &&
    isUnique(successors.map(({ code }) => code))
  return isFit ? [] : [{ row, code: 'change.shape', details: { kind } }]
}

/** These kinds make a unit: its code must be free, or be given up by one that ends. Absorbing says the other thing. */
const MAKING = new Set<ChangeKind>(['create', 'merge', 'rename', 'retype', 'reparent'])

const isTaken = ({ kind, predecessors }: Change, code: string, { ended }: Book): boolean =>
  MAKING.has(kind) && !ended.has(code) && !(kind !== 'merge' && predecessors.includes(code))

function faultsOf(change: Change, row: number, book: Book): ChangeFault[] {
  const eve = dayBefore(book.date)
  const fault = (code: ChangeFaultCode, details: Record<string, string>) => [{ row, code, details }]
  const ofOld = change.predecessors.flatMap((code) => {
    if (!book.on(code, eve)) return fault('change.codeAbsent', { code, day: eve })
    const later = book.statesOf(code).find((state) => state.from >= book.date)
    return later && endedBy(change).includes(code)
      ? fault('change.laterKnown', { code, day: later.from })
      : []
  })
  const ofNew = change.successors.flatMap((successor) => {
    const before = book.on(successor.code, eve)
    if (before ? isTaken(change, successor.code, book) : book.on(successor.code, book.date))
      return fault('change.codeHeld', { code: successor.code, day: book.date })
    const isNamed = before || (successor.name && successor.kind)
    return isNamed ? [] : fault('change.nameMissing', { code: successor.code })
  })
  return [...ofOld, ...ofNew]
}
