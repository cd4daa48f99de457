// Who is who. A file names units by codes, and codes are used again for other ground; this decides which days
// of a code belong to one and the same unit. It looks at all rows at once, so that their order never matters.

import type { Day } from '#kernel/day.ts'
import { Big } from '#kernel/decimal.ts'
import type { Span, State, SuccessionRow } from '../schema.ts'
import { cut, dayBefore, holds, join } from './spans.ts'

/**
 * A unit between its first and its last day. A code means one unit on a day, in whichever trees it stands.
 */
export type Identity = Span & { code: string }

/** Identities in the order of code and time, and the finding of one by a code it held. */
export type Identities = {
  all: readonly Identity[]
  of(code: string): readonly Identity[]
  on(code: string, day: Day): Identity | undefined
}

/** Rows of these kinds say that the unit is still the same one. */
const SAME = new Set(['unchanged', 'rename', 'retype'])

/**
 * The same code on consecutive days is the same unit, renamed, re-typed or re-parented. A new unit begins
 * where the code was held by nobody the day before, and on a day on which a succession says that the code's
 * ground went elsewhere (`design.md` §6).
 */
export function identify(states: readonly State[], successions: readonly SuccessionRow[]): Identities {
  const partings = partingDays(states, successions)
  const byCode = new Map<string, Identity[]>()
  for (const [code, spans] of heldSpans(states))
    byCode.set(
      code,
      spans.flatMap((span) => cut(span, partings.get(code) ?? [])).map((span) => ({ code, ...span })),
    )

  const of = (code: string) => byCode.get(code) ?? []
  return {
    all: [...byCode.keys()].sort().flatMap(of),
    of,
    on: (code, day) => of(code).find((identity) => holds(identity, day)),
  }
}

/** The days on which each code was held, whoever held it and in whichever tree. */
export function heldSpans(states: readonly State[]): Map<string, Span[]> {
  const spans = Map.groupBy(states, (state) => state.code)
  return new Map([...spans].map(([code, list]) => [code, join(list)]))
}

/** The days on which the unit that held a code gave it up, although the code goes on. */
function partingDays(states: readonly State[], successions: readonly SuccessionRow[]): Map<string, Set<Day>> {
  const held = heldSpans(states)
  const partings = new Map<string, Set<Day>>()
  for (const rows of byPredecessor(successions).values()) {
    const { oldCode, date } = rows[0]!
    const goesOn = held.get(oldCode)?.some((span) => holds(span, date) && holds(span, dayBefore(date)))
    if (!goesOn || !isParting(rows)) continue
    partings.set(oldCode, (partings.get(oldCode) ?? new Set()).add(date))
  }
  return partings
}

/** The rows that speak of one predecessor on one day. */
export const byPredecessor = <P extends SuccessionRow>(successions: readonly P[]): Map<string, P[]> =>
  Map.groupBy(successions, ({ oldCode, date }) => `${oldCode} ${date}`)

/** True when the rows of one predecessor and day say that it ended, although its code goes on. */
export function isParting(rows: readonly SuccessionRow[]): boolean {
  const parting = rows.filter((row) => !SAME.has(row.kind))
  if (parting.some((row) => row.kind !== 'transfer')) return true

  // A transfer takes a part and leaves the rest with the code, unless the parts are the whole.
  const leaving = parting.filter((row) => row.newCode !== row.oldCode)
  return leaving.length > 0 && leaving.every((row) => row.share !== null) && sumOfShares(leaving).gte(1)
}

export const sumOfShares = (rows: readonly { share: string | null }[]): Big =>
  rows.reduce((sum, row) => sum.plus(row.share ?? 0), new Big(0))
