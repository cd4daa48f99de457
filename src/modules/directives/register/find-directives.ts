import type { Day } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import { readNumber } from '../rules/number.ts'
import { type DirectiveRow, listByNumbers } from '../store/directives.ts'

/**
 * All directives with this number, however it is typed, the latest issued first: numbers begin anew each term or year,
 * so one number may mean several. None when it is no number.
 *
 * @param date only those issued on this day.
 */
export async function findDirectives(
  db: Db,
  { number, date }: { number: string; date?: Day | undefined },
): Promise<DirectiveRow[]> {
  const read = readNumber(number)
  const found = read.ok ? await listByNumbers(db, [read.normalised]) : []
  return date === undefined ? found : found.filter(({ issuedOn }) => issuedOn === date)
}
