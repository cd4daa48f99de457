import { readPeriod } from '#modules/indicators/index.ts'
import type { ValueState } from '#modules/indicators/schema.ts'
import { unitByCode } from '#modules/organisation/index.ts'
import type { Db } from '#platform/db/db.ts'
import { type Actor, STRANGER } from '#platform/http/endpoint.ts'
import { AuthProblem } from '#platform/http/problems.ts'

type Reading = { unit: string; period: string; borders: string; state: ValueState }

/**
 * What is approved is public; what is only submitted may be read by whoever reads the unit's reports.
 * @throws auth.required, auth.forbidden; also for a unit that is not there, of which nobody is told more.
 */
export async function refuseUnlessReadable(
  db: Db,
  actor: Actor,
  { unit: code, period, borders, state }: Reading,
  today: string,
): Promise<void> {
  if (state === 'approved') return
  const day = borders === 'now' ? today : borders
  const there = day === 'then' ? undefined : await unitByCode(db, code, { startsOn: day, endsOn: day })
  const unit = code === 'all' ? undefined : (there ?? (await unitByCode(db, code, readPeriod(period))))
  const place = unit ? { unit: unit.id } : 'everywhere'
  if (await actor.may(db, 'report.read', place, today)) return
  throw actor === STRANGER ? AuthProblem.required() : AuthProblem.forbidden()
}
