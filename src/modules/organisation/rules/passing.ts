import type { Day } from '#kernel/day.ts'
import type { Passing, Span } from '../schema.ts'
import { groupPassings, type Identities, type Identity, sumOfShares } from './identity.ts'
import { dayBefore, holds } from './spans.ts'

/** A passing between two units; both ends are the same one when the row says that a unit went on. */
export type Resolved = Passing & { from: Identity; into: Identity }

/** Nobody held the code on `day`; `held` are the days on which somebody did. */
export type CodeFault = {
  passing: Passing
  code: 'codeAbsent'
  field: 'old_code' | 'new_code'
  day: Day
  held: readonly Span[]
}
/** The shares of one predecessor on one day come to `sum`, which is not the whole. */
export type ShareFault = { passing: Passing; code: 'sharesDoNotAddUp'; sum: string }

/** Gives every passing its units; rows that name a code nobody held that day are told and left out. */
export function resolve(
  passings: readonly Passing[],
  identities: Identities,
): { resolved: Resolved[]; faults: (CodeFault | ShareFault)[] } {
  const faults: CodeFault[] = []
  const resolved: Resolved[] = []
  for (const passing of passings) {
    const from = identities.on(passing.oldCode, dayBefore(passing.date))
    const into = identities.on(passing.newCode, passing.date)
    if (from && into) resolved.push({ ...passing, from, into })
    if (!from) faults.push(codeFault(passing, 'old_code', dayBefore(passing.date), identities))
    if (!into) faults.push(codeFault(passing, 'new_code', passing.date, identities))
  }
  return { resolved, faults: [...faults, ...shareFaults(resolved)] }
}

function codeFault(passing: Passing, field: CodeFault['field'], day: Day, identities: Identities): CodeFault {
  const code = field === 'old_code' ? passing.oldCode : passing.newCode
  return { passing, code: 'codeAbsent', field, day, held: identities.of(code) }
}

function shareFaults(resolved: readonly Resolved[]): ShareFault[] {
  return [...groupPassings(resolved).values()].flatMap((rows) => {
    if (addUp(rows)) return []
    const sum = sumOfShares(rows).toFixed()
    return rows.map((passing) => ({ passing, code: 'sharesDoNotAddUp' as const, sum }))
  })
}

/**
 * The shares of one predecessor on one day: known ones never pass 1, and come to exactly 1 when all are known. A unit
 * that goes on keeps what the rows leave, unless one of them says what it keeps.
 */
export function addUp(rows: readonly Pick<Resolved, 'from' | 'into' | 'share' | 'date'>[]): boolean {
  const sum = sumOfShares(rows)
  if (sum.gt(1)) return false
  const keepsRest = holds(rows[0]!.from, rows[0]!.date) && !rows.some((row) => row.from === row.into)
  return keepsRest || sum.eq(1) || rows.some((row) => row.share === null)
}
