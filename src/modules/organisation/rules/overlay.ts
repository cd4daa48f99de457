// What a file adds to what is known. A row says what a unit was on its days; what is known of other days
// stays.

import type { State, SuccessionRow } from '../schema.ts'
import { byStart, common, dayAfter, dayBefore, firstMissing, holds, intersects, join } from './spans.ts'

export type Outcome = 'created' | 'changed' | 'unchanged'

/** Rows that speak of the same code in one tree on the same day: `second` repeats or contradicts `first`. */
export type Overlap<T> = { first: T; second: T; same: boolean }

/** Pairs of rows of one file that overlap. Each row is told once, with the one before it in time. */
export function overlaps<S extends State>(rows: readonly S[]): Overlap<S>[] {
  return [...byCode(rows).values()].flatMap((list) => {
    const found: Overlap<S>[] = []
    list.toSorted(byStart).reduce((longest, row) => {
      const same = longest.from === row.from && longest.to === row.to && agree(longest, row)
      if (row.from <= longest.to) found.push({ first: longest, second: row, same })
      return row.to > longest.to ? row : longest
    })
    return found
  })
}

/**
 * Lays rows over known states. A row already covered by states that say the same is unchanged, also where a
 * reform has cut them. Otherwise the row holds for its days, and what is known of the days around it stays,
 * but for one case: a row that says the same with an earlier end closes the state there, unless the file goes
 * on to say the same. That is how a unit is told to have ended.
 *
 * @param known states of the database. @param rows rows of one file that do not overlap each other.
 */
export function overlay<S extends State>(
  known: readonly State[],
  rows: readonly S[],
): { states: State[]; outcomes: Map<S, Outcome> } {
  const outcomes = new Map<S, Outcome>()
  const rest = byCode(known)
  for (const list of byCode(rows).values())
    for (const row of list.toSorted(byStart)) {
      const before = rest.get(keyOf(row)) ?? []
      const goesOn = list.some((other) => other.from === dayAfter(row.to) && sameStanding(other, row))
      const closed = goesOn ? undefined : before.find((state) => endsInside(row, state))
      const outcome = judge(before, row, closed)
      outcomes.set(row, outcome)
      if (outcome !== 'unchanged') rest.set(keyOf(row), lay(before, row, closed))
    }
  return { states: [...rest.values()].flat(), outcomes }
}

function judge(known: readonly State[], row: State, closed: State | undefined): Outcome {
  const covering = known.filter((state) => intersects(state, row))
  if (covering.length === 0) return 'created'
  const said = covering.every((state) => agree(state, row)) && firstMissing(row, join(covering)) === null
  return said && !closed ? 'unchanged' : 'changed'
}

/** `row` says the same as `state` and ends before it does. */
const endsInside = (row: State, state: State): boolean =>
  holds(state, row.to) && state.to > row.to && sameStanding(row, state)

function lay(known: readonly State[], row: State, closed: State | undefined): State[] {
  const run = closed ? runFrom(closed, known) : []
  const around = known.flatMap((state) => {
    const left = common(state, {
      from: '-infinity',
      to: row.from === '-infinity' ? row.from : dayBefore(row.from),
    })
    const right = common(state, { from: row.to === 'infinity' ? row.to : dayAfter(row.to), to: 'infinity' })
    return [
      ...(left && state.from < row.from ? [{ ...state, ...left }] : []),
      ...(right && state.to > row.to && !run.includes(state) ? [{ ...state, ...right }] : []),
    ]
  })
  const told = known.find((state) => intersects(state, row) && sameStanding(state, row))
  const { from, to, hierarchy, code, name, kind, parentCode } = row
  const nameEn = row.nameEn ?? told?.nameEn ?? null
  const altNames = row.altNames ?? told?.altNames ?? null
  return [...around, { from, to, hierarchy, code, name, nameEn, altNames, kind, parentCode }]
}

/** `state` and the states that go on from it without saying anything new: a reform may have cut them. */
function runFrom(state: State, known: readonly State[]): State[] {
  const next = known.find((other) => other.from === dayAfter(state.to) && sameStanding(other, state))
  return next && state.to !== 'infinity' ? [state, ...runFrom(next, known)] : [state]
}

const sameStanding = (a: State, b: State): boolean =>
  a.name === b.name && a.kind === b.kind && a.parentCode === b.parentCode

/** A row that leaves out the English name or the other spellings says nothing about them. */
const agree = (known: State, row: State): boolean =>
  sameStanding(known, row) &&
  (row.nameEn === null || row.nameEn === known.nameEn) &&
  (row.altNames === null || row.altNames === known.altNames)

const keyOf = (state: State) => `${state.hierarchy} ${state.code}`
const byCode = <S extends State>(states: readonly S[]): Map<string, S[]> => Map.groupBy(states, keyOf)

/** Lays successions over known ones; the two codes and the date say which is meant. */
export function overlaySuccessions<P extends SuccessionRow>(
  known: readonly SuccessionRow[],
  rows: readonly P[],
): { successions: SuccessionRow[]; outcomes: Map<P, Outcome> } {
  const all = new Map(known.map((succession) => [successionKey(succession), succession]))
  const outcomes = new Map<P, Outcome>()
  for (const row of rows) {
    const before = all.get(successionKey(row))
    const basis = row.basis ?? before?.basis ?? null
    const same = before && before.share === row.share && before.kind === row.kind && before.basis === basis
    outcomes.set(row, !before ? 'created' : same ? 'unchanged' : 'changed')
    if (!same) all.set(successionKey(row), { ...row, basis })
  }
  return { successions: [...all.values()], outcomes }
}

export const successionKey = ({ oldCode, newCode, date }: SuccessionRow): string =>
  `${oldCode} ${newCode} ${date}`
