import type { Day } from '#kernel/day.ts'
import type { Span, SuccessionRow } from '../schema.ts'
import { byPredecessor, type Identities, type Identity, sumOfShares } from './identity.ts'
import { dayBefore, holds } from './spans.ts'

/** A succession between two units; both ends are the same one when the row says that a unit went on. */
export type Resolved = SuccessionRow & { from: Identity; into: Identity }

/** Nobody held the code on `day`; `held` are the days on which somebody did. */
export type CodeFault = {
  succession: SuccessionRow
  code: 'codeAbsent'
  field: 'old_code' | 'new_code'
  day: Day
  held: readonly Span[]
}
/** The shares of one predecessor on one day come to `sum`, which is not the whole. */
export type ShareFault = { succession: SuccessionRow; code: 'sharesDoNotAddUp'; sum: string }

/** Gives every succession its units; rows that name a code nobody held that day are told and left out. */
export function resolve(
  successions: readonly SuccessionRow[],
  identities: Identities,
): { resolved: Resolved[]; faults: (CodeFault | ShareFault)[] } {
  const faults: CodeFault[] = []
  const resolved: Resolved[] = []
  for (const succession of successions) {
    const from = identities.on(succession.oldCode, dayBefore(succession.date))
    const into = identities.on(succession.newCode, succession.date)
    if (from && into) resolved.push({ ...succession, from, into })
    if (!from) faults.push(codeFault(succession, 'old_code', dayBefore(succession.date), identities))
    if (!into) faults.push(codeFault(succession, 'new_code', succession.date, identities))
  }
  return { resolved, faults: [...faults, ...shareFaults(resolved)] }
}

function codeFault(
  succession: SuccessionRow,
  field: CodeFault['field'],
  day: Day,
  identities: Identities,
): CodeFault {
  const code = field === 'old_code' ? succession.oldCode : succession.newCode
  return { succession, code: 'codeAbsent', field, day, held: identities.of(code) }
}

function shareFaults(resolved: readonly Resolved[]): ShareFault[] {
  return [...byPredecessor(resolved).values()].flatMap((rows) => {
    if (addUp(rows)) return []
    const sum = sumOfShares(rows).toFixed()
    return rows.map((succession) => ({ succession, code: 'sharesDoNotAddUp' as const, sum }))
  })
}

/**
 * The shares of one predecessor on one day: known ones never pass 1, and come to exactly 1 when all are
 * known. A unit that goes on keeps what the rows leave, unless one of them says what it keeps.
 */
export function addUp(rows: readonly Pick<Resolved, 'from' | 'into' | 'share' | 'date'>[]): boolean {
  const sum = sumOfShares(rows)
  if (sum.gt(1)) return false
  const keepsRest = holds(rows[0]!.from, rows[0]!.date) && !rows.some((row) => row.from === row.into)
  return keepsRest || sum.eq(1) || rows.some((row) => row.share === null)
}
