import { OPEN_END, OPEN_START } from '#kernel/day.ts'
import type { Db } from '#platform/db/db.ts'
import type { Place } from '#platform/http/endpoint.ts'
import type { GrantInput } from '../api/access.ts'
import { AccessProblem, OrganisationProblem } from '../problems.ts'
import { unitByCode } from '../store/lookup.ts'
import { type AccessParts, placeOfGrant } from './power.ts'

type Placed = Pick<GrantInput, 'unit' | 'field'>

/** @throws organisation.unitNotFound */
export const placeOfInput = async (db: Db, { unit, field = null }: Placed): Promise<Place> =>
  placeOfGrant({ unitId: await unitIdOf(db, unit), field })

/** A grant as it is kept. @throws grant.roleUnknown, grant.daysReversed, organisation.unitNotFound */
export async function checkedGrant(db: Db, { roles }: AccessParts, input: GrantInput) {
  const { role, unit, field = null, validFrom = OPEN_START, validTo = OPEN_END } = input
  if (!roles.includes(role)) throw AccessProblem.roleUnknown({ role })
  if (validFrom > validTo) throw AccessProblem.daysReversed()
  return { role, unitId: await unitIdOf(db, unit), field, validFrom, validTo }
}

/** Who holds the code, or held it last; null is everywhere. */
async function unitIdOf(db: Db, code: string | null): Promise<number | null> {
  if (code === null) return null
  const unit = await unitByCode(db, code, { startsOn: '0001-01-01', endsOn: '9999-12-31' })
  if (!unit) throw OrganisationProblem.unitNotFound({ id: code })
  return unit.id
}
