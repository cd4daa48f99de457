import type { Rejection } from './format.ts'

/** What was refused in one file. Grows by one bit a row, however many are bad. */
export type Tally = {
  reject(rejection: Rejection): void
  /** Rows refused, each counted once. */
  count(): number
  /** The first `MAX_LISTED` in the order of rows; of one row in the order they were found. */
  list(): readonly Rejection[]
}

export const MAX_LISTED = 1_000

export function newTally(): Tally {
  let marks = new Uint8Array(1024)
  let count = 0
  let kept: Rejection[] = []

  const keepFirst = () => {
    kept = kept.toSorted((a, b) => a.row - b.row).slice(0, MAX_LISTED)
    return kept
  }
  return {
    reject(rejection) {
      const [at, bit] = [rejection.row >> 3, 1 << (rejection.row & 7)]
      if (at >= marks.length) marks = grown(marks, at)
      if ((marks[at]! & bit) === 0) count += 1
      marks[at]! |= bit
      kept.push(rejection)
      if (kept.length >= MAX_LISTED * 2) keepFirst()
    },
    count: () => count,
    list: keepFirst,
  }
}

function grown(marks: Uint8Array, at: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.max(at + 1, marks.length * 2))
  larger.set(marks)
  return larger
}
