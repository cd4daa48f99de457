// What an order of changes says, and what is known of the codes that it names.

import type { Day } from '#kernel/day.ts'
import type { Decimal } from '#kernel/decimal.ts'
import type { State } from '../schema.ts'
import { dayBefore, holds } from './spans.ts'

export const CHANGE_KINDS = [
  'create',
  'merge',
  'absorb',
  'split',
  'transfer',
  'rename',
  'retype',
  'reparent',
  'abolish',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/**
 * A unit that is there after the change. A new one needs a name and a kind, unless it takes over a code: then what
 * is not said stays as it was. `parent` undefined: as it was, for a new one as the first predecessor's.
 */
export type Successor = {
  code: string
  name?: string | undefined
  nameEn?: string | null | undefined
  kind?: string | undefined
  parent?: string | null | undefined
}

export type Change = {
  kind: ChangeKind
  /** Codes as they were held the day before. */
  predecessors: readonly string[]
  successors: readonly Successor[]
  /** Parts of a predecessor; one that is not named goes wholly to an only successor, else its share is unknown. */
  shares: readonly { from: string; into: string; share: Decimal | null }[]
  /** Under whom units stand from that day on; those below an ended unit that are not named go to its only successor. */
  moves: readonly { code: string; parent: string | null }[]
}

export type ChangeOrder = { date: Day; hierarchy: string; basis: string | null; changes: readonly Change[] }

export type Book = ChangeOrder & {
  known: readonly State[]
  /** Codes whose holder ends the day before. */
  ended: ReadonlySet<string>
  statesOf(code: string): readonly State[]
  /** What held a code on a day, in the order's tree first. */
  on(code: string, day: Day): State | undefined
}

export function openBook(known: readonly State[], order: ChangeOrder): Book {
  const byCode = Map.groupBy(known, (state) => state.code)
  const statesOf = (code: string) => byCode.get(code) ?? []
  return {
    ...order,
    known,
    ended: new Set(order.changes.flatMap(endedBy)),
    statesOf,
    on(code, day) {
      const there = statesOf(code).filter((state) => holds(state, day))
      return there.find((state) => state.hierarchy === order.hierarchy) ?? there[0]
    },
  }
}

/** Codes whose holder the change ends; a code may go on with another unit. */
export function endedBy({ kind, predecessors, successors }: Change): readonly string[] {
  if (kind === 'merge' || kind === 'split' || kind === 'abolish') return predecessors
  if (kind === 'create' || kind === 'transfer') return []
  return predecessors.filter((code) => code !== successors[0]!.code)
}

/**
 * Under whom those stand who stood under `code`: the only successor of a unit that ends, or whoever stood above where
 * nothing succeeds it. A unit that goes on, or has several successors, stays as it is.
 */
export function heirOf(code: string | null, hierarchy: string, book: Book): string | null {
  const change = code === null ? undefined : book.changes.find((one) => endedBy(one).includes(code))
  if (code === null || !change || change.successors.length > 1) return code
  if (change.successors[0]) return change.successors[0].code
  const eve = dayBefore(book.date)
  const state = book.statesOf(code).find((one) => one.hierarchy === hierarchy && holds(one, eve))
  return heirOf(state?.parentCode ?? null, hierarchy, book)
}
